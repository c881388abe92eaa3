package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.web.certificates.CertificateExport.Format;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CertificateListView;
import dev.chancery.web.pages.view.CertificateListView.Export;
import dev.chancery.web.pages.view.CertificateListView.Narrowed;
import dev.chancery.web.pages.view.CertificateListView.Sorting;
import dev.chancery.web.pages.view.CertificateRow;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.StatusMark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists certificates: everybody's for those who may read them all, one's own otherwise. */
final class CertificateListPage {
    private static final int PAGE = 50;

    private final PageParts parts;
    private final ProfileTitles titles;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    CertificateListPage(PageParts parts, ProfileTitles titles, Moments moments, Frames frames, Templates templates) {
        this.parts = parts;
        this.titles = titles;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/certificates", Access.needs(Permission.LIST_CERTIFICATES), this::show));
    }

    /** Whose certificates a visitor sees: empty for everybody's. */
    static Optional<String> owner(PageParts parts, Requester who) {
        return parts.authorization().allows(who, Permission.READ_CERTIFICATE, AccessObject.any())
                ? Optional.empty()
                : Optional.of(who.name());
    }

    private Reply show(Exchange exchange) {
        Optional<String> owner = owner(parts, exchange.requester());
        ListFilter filter = ListFilter.of(exchange.query(), owner.isEmpty());
        CertificatePage page = search(
                parts.ledger(),
                filter.query(owner, moments.now(), PAGE).page(exchange.query().text("cursor"), PAGE));
        return templates.show("certificates", view(exchange, filter, page, owner));
    }

    private CertificateListView view(
            Exchange exchange, ListFilter filter, CertificatePage page, Optional<String> owner) {
        Requester who = exchange.requester();
        Instant now = moments.now();
        boolean laterPage = exchange.query().text("cursor").isPresent();
        List<CertificateRow> rows = page.certificates().stream()
                .map(one -> CertificateRow.of(one, titles::of, moments))
                .toList();
        Facets facets = new Facets(parts.ledger().countsByKind(now, now.plus(StatusMark.SOON)), filter, owner);
        return new CertificateListView(
                frames.of(exchange, plain("word.certificates"), Section.CERTIFICATES),
                filter.search(),
                filter.choice().value(),
                filter.ends().text(),
                filter.order()
                        .map(order -> order.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                facets.statuses(),
                facets.facets(titles::of, this::caName),
                narrowed(filter),
                found(facets.total(), rows.size(), laterPage, page),
                orders(filter),
                rows,
                page.next().map(filter::page).orElse(""),
                page.unfinished(PAGE),
                filter.path(),
                laterPage,
                exports(filter),
                may(who, Permission.REQUEST_CERTIFICATE),
                owner.isPresent() || may(who, Permission.REVOKE_CERTIFICATE),
                owner.isPresent(),
                exchange.query().text("chosen").filter("none"::equals).isPresent());
    }

    private boolean may(Requester who, Permission permission) {
        return parts.authorization().allows(who, permission, AccessObject.any());
    }

    private static CertificatePage search(CertificateLedger ledger, CertificateQuery query) {
        try {
            return ledger.search(query);
        } catch (IllegalArgumentException e) {
            if (query.cursor().isEmpty()) {
                throw e;
            }
            throw new ProblemException(Problem.badRequest(plain("certificates.list.noPage")));
        }
    }

    private String caName(String issuer) {
        return parts.issuers()
                .find(issuer)
                .map(found -> found.certificate().subject().shortName())
                .orElse(issuer);
    }

    private static String found(Optional<Long> total, int rows, boolean laterPage, CertificatePage page) {
        boolean more = page.next().isPresent();
        if (page.unfinished(PAGE)) {
            return plain("certificates.list.soFar", number(rows));
        }
        if (total.isPresent()) {
            return counted(total.get(), "word.count.certificate");
        }
        if (laterPage) {
            return more ? "" : plain("certificates.list.last");
        }
        return more ? plain("certificates.list.moreThan", rows) : plain("certificates.list.found", number(rows));
    }

    private List<Narrowed> narrowed(ListFilter filter) {
        List<Narrowed> narrowed = new ArrayList<>();
        if (!filter.profile().isEmpty()) {
            narrowed.add(new Narrowed(
                    plain("certificates.list.narrowed.for", titles.of(filter.profile())),
                    filter.withoutProfile().path()));
        }
        if (!filter.ca().isEmpty()) {
            narrowed.add(new Narrowed(
                    plain("certificates.list.narrowed.authority", caName(filter.ca())),
                    filter.withoutCa().path()));
        }
        if (!filter.by().isEmpty()) {
            narrowed.add(new Narrowed(
                    plain("certificates.list.narrowed.by", filter.by()),
                    filter.withoutRequester().path()));
        }
        filter.ends()
                .from()
                .ifPresent(from -> narrowed.add(new Narrowed(
                        filter.ends().month()
                                ? plain(
                                        "certificates.list.narrowed.month",
                                        Moments.longMonth(LocalDate.ofInstant(from, ZoneOffset.UTC)))
                                : plain(
                                        "certificates.list.narrowed.day",
                                        Moments.day(LocalDate.ofInstant(from, ZoneOffset.UTC))),
                        filter.withoutEnd().path())));
        return narrowed;
    }

    private static List<Sorting> orders(ListFilter filter) {
        List<Sorting> orders = new ArrayList<>();
        for (Order order : Order.values()) {
            orders.add(new Sorting(
                    switch (order) {
                        case NEWEST -> plain("certificates.list.order.newest");
                        case ENDING -> plain("certificates.list.order.ending");
                        case ENDED -> plain("certificates.list.order.ended");
                    },
                    order == filter.sorted() ? "" : filter.sorted(order).path()));
        }
        return orders;
    }

    private static List<Export> exports(ListFilter filter) {
        List<Export> exports = new ArrayList<>();
        for (Format format : Format.values()) {
            exports.add(new Export(
                    switch (format) {
                        case CSV -> plain("certificates.list.export.csv");
                        case JSON -> plain("certificates.list.export.json");
                        case ZIP -> plain("certificates.list.export.zip");
                    },
                    filter.path("/certificates/export." + format.ending())));
        }
        return exports;
    }
}
