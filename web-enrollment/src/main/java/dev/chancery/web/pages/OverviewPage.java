package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.web.crl.SeenAddress;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CrlRow;
import dev.chancery.web.pages.view.EndCalendar;
import dev.chancery.web.pages.view.IssuanceChart;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.OverviewView;
import dev.chancery.web.pages.view.OverviewView.Figure;
import dev.chancery.web.pages.view.StatusMark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The start page of the signed-in: what needs them first, then numbers, and the year behind and before them. */
final class OverviewPage {
    private final PageParts parts;
    private final AttentionList attention;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    OverviewPage(PageParts parts, Moments moments, Frames frames, Templates templates) {
        this.parts = parts;
        this.attention = new AttentionList(parts, moments);
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/overview", Access.signedIn(), this::show));
    }

    private Reply show(Exchange exchange) {
        Requester who = exchange.requester();
        Optional<String> owner = CertificateListPage.owner(parts, who);
        // As the list counts: what the server has for itself renews itself.
        Predicate<CertificateKind> seen = kind -> owner.map(kind.requester()::equals)
                .orElse(!kind.requester().equals(Requester.system().name()));
        Instant now = moments.now();
        List<KindCount> counts = parts.ledger().countsByKind(now, now.plus(StatusMark.SOON)).stream()
                .filter(count -> seen.test(count.kind()))
                .toList();
        OverviewView view = new OverviewView(
                frames.of(exchange, plain("layout.menu.overview"), Section.OVERVIEW),
                attention.of(who, sum(counts, KindCount::ending), owner.isPresent()),
                figures(counts, owner.isPresent()),
                calendar(seen),
                issuance(seen),
                counts.isEmpty(),
                parts.authorization().allows(who, Permission.REQUEST_CERTIFICATE, AccessObject.any()));
        return templates.show("overview", view);
    }

    private static long sum(List<KindCount> counts, ToLongFunction<KindCount> number) {
        return counts.stream().mapToLong(number).sum();
    }

    private Optional<EndCalendar> calendar(Predicate<CertificateKind> seen) {
        SortedMap<LocalDate, Long> days =
                parts.ledger().endingByDay(seen, EndCalendar.from(moments), EndCalendar.until(moments));
        return days.isEmpty() ? Optional.empty() : Optional.of(EndCalendar.of(moments, days));
    }

    private Optional<IssuanceChart> issuance(Predicate<CertificateKind> seen) {
        SortedMap<LocalDate, Long> days =
                parts.ledger().issuedByDay(seen, IssuanceChart.from(moments), IssuanceChart.until(moments));
        return days.isEmpty() ? Optional.empty() : Optional.of(IssuanceChart.of(moments, days));
    }

    private List<Figure> figures(List<KindCount> counts, boolean own) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                number(sum(counts, KindCount::valid)),
                own ? plain("overview.valid.own") : plain("overview.valid.all"),
                "/certificates?filter=valid"));
        figures.add(new Figure(
                number(sum(counts, KindCount::ending)), plain("overview.ending"), "/certificates?filter=ending"));
        long held = sum(counts, KindCount::held);
        figures.add(new Figure(
                number(sum(counts, KindCount::revoked)),
                held == 0 ? plain("overview.revoked") : plain("overview.revokedAndHeld", number(held)),
                "/certificates?filter=revoked"));
        parts.issuers().all().stream()
                .filter(issuer -> !issuer.certificate().selfIssued())
                .findFirst()
                .flatMap(issuer -> parts.crls().current(issuer.name()))
                .map(crl -> CrlRow.of(crl, moments))
                .ifPresent(crl ->
                        figures.add(new Figure(crl.age(), plain("overview.sinceCrl", crl.number()), "/authorities")));
        outside().ifPresent(figures::add);
        return figures;
    }

    /** How many addresses in certificates answer as they should. */
    private Optional<Figure> outside() {
        List<SeenAddress> addresses = parts.issuers().all().stream()
                .flatMap(issuer -> parts.watch().seen(issuer.name()).stream())
                .flatMap(seen -> seen.addresses().stream())
                .toList();
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        long good = addresses.stream().filter(address -> !address.hasFault()).count();
        return Optional.of(new Figure(
                plain("overview.addresses", good, addresses.size()), plain("overview.addresses.good"), "/authorities"));
    }
}
