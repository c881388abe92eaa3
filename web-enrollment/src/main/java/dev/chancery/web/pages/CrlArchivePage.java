package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CrlArchiveView;
import dev.chancery.web.pages.view.Moments;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every revocation list that a CA has published: what each changed, and its file as long as it is kept. */
final class CrlArchivePage {
    private static final String PATH = "/authorities/{ca}/crls";
    private static final int PAGE = 20;

    private final IssuerRegistry issuers;
    private final CrlArchive archive;
    private final CrlPublication crls;
    private final ArchivedCrls archived;
    private final Frames frames;
    private final Templates templates;

    CrlArchivePage(PageParts parts, FoundCertificates found, Moments moments, Frames frames, Templates templates) {
        this.issuers = parts.issuers();
        this.archive = parts.crlArchive();
        this.crls = parts.crls();
        this.archived = new ArchivedCrls(found, parts.crls(), moments);
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access read = Access.needs(Permission.READ_AUTHORITIES);
        return List.of(
                Route.page(Method.GET, PATH, read, this::show),
                Route.page(
                        Method.GET,
                        PATH + "/{number}.crl",
                        read,
                        exchange -> file(exchange, Optional.of(CrlKind.full(required(exchange))))),
                Route.page(
                        Method.GET,
                        PATH + "/{number}-delta.crl",
                        read,
                        exchange -> file(exchange, Optional.of(CrlKind.delta(required(exchange))))),
                Route.page(
                        Method.GET,
                        PATH + "/partitions/{partition}/{number}.crl",
                        read,
                        exchange ->
                                file(exchange, CrlKind.partition(required(exchange), exchange.variable("partition")))));
    }

    private Reply show(Exchange exchange) {
        Issuer issuer = required(exchange);
        String base = "/authorities/" + issuer.name() + "/crls";
        List<CrlKind> kinds = kinds(issuer);
        String word = exchange.query().text("list").orElse("");
        CrlKind kind = kinds.stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseGet(() -> kinds.get(0));
        Optional<CrlNumber> below = exchange.query().text("below").flatMap(CrlArchivePage::number);
        List<CrlArchive.Entry> found = archive.page(issuer.name(), kind.sequence(), below, PAGE + 1);
        List<CrlArchive.Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        Optional<SignedCrl> inForce = crls.current(kind.publication());
        String first = kind.path(base);
        return templates.show(
                "crl-archive",
                new CrlArchiveView(
                        frames.of(
                                exchange,
                                plain(
                                        "authorities.archive.title",
                                        issuer.certificate().subject().shortName()),
                                Section.AUTHORITIES),
                        issuer.name(),
                        issuer.certificate().subject().shortName(),
                        choices(kinds, kind, base),
                        page.stream()
                                .map(entry -> archived.row(
                                        exchange, entry, kind.publication(), inForce, kind.file(base, entry.number())))
                                .toList(),
                        below.isPresent(),
                        first,
                        found.size() > PAGE
                                ? first + (first.contains("?") ? "&" : "?") + "below="
                                        + page.get(PAGE - 1).number()
                                : ""));
    }

    /** Those that it has, full ones first. */
    private List<CrlKind> kinds(Issuer issuer) {
        List<CrlKind> kinds = new ArrayList<>(List.of(CrlKind.full(issuer)));
        CrlKind delta = CrlKind.delta(issuer);
        if (!archive.page(issuer.name(), delta.sequence(), Optional.empty(), 1).isEmpty()) {
            kinds.add(delta);
        }
        kinds.addAll(CrlKind.partitions(issuer));
        return kinds;
    }

    private static List<CrlArchiveView.Kind> choices(List<CrlKind> kinds, CrlKind current, String base) {
        return kinds.size() == 1
                ? List.of()
                : kinds.stream()
                        .map(kind -> new CrlArchiveView.Kind(
                                kind.label(), kind.word(), kind.path(base), kind.equals(current)))
                        .toList();
    }

    private Reply file(Exchange exchange, Optional<CrlKind> kind) {
        Issuer issuer = required(exchange);
        String text = exchange.variable("number");
        ProblemException absent = absent(issuer, text);
        CrlNumber number = number(text).orElseThrow(() -> absent);
        CrlKind found = kind.orElseThrow(() -> absent);
        CrlOctets crl = crls.archived(found.publication(), number).orElseThrow(() -> absent);
        return Reply.stream(200, "application/pkix-crl", out -> crl.writeTo(Channels.newChannel(out)))
                .asFile(found.publication() + "-" + number + ".crl");
    }

    private static ProblemException absent(Issuer issuer, String number) {
        return new ProblemException(
                Problem.notFound(plain("authorities.archive.noFile", LogText.escape(number), issuer.name())));
    }

    private static Optional<CrlNumber> number(String text) {
        try {
            return Optional.of(new CrlNumber(new BigInteger(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Issuer required(Exchange exchange) {
        String ca = exchange.variable("ca");
        return issuers.find(ca)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("authorities.notFound", LogText.escape(ca)))));
    }
}
