package dev.chancery.web.pages;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CertificateListView;
import dev.chancery.web.pages.view.CertificateListView.Filter;
import dev.chancery.web.pages.view.CertificateRow;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.StatusMark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists certificates: everybody's for those who may read them all, one's own otherwise. */
final class CertificateListPage {
    private static final int PAGE = 50;
    private static final Optional<String> SYSTEM =
            Optional.of(Requester.system().name());

    private final CertificateLedger ledger;
    private final ProfileTitles titles;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    CertificateListPage(
            CertificateLedger ledger,
            ProfileTitles titles,
            Authorization authorization,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.ledger = ledger;
        this.titles = titles;
        this.authorization = authorization;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/certificates", Access.needs(Permission.LIST_CERTIFICATES), this::show));
    }

    /** The filters above the list, by the name that stands in the address. */
    private enum Choice {
        ALL("All", Optional.empty()),
        VALID("Valid", Optional.of(Status.VALID)),
        ENDING("Ends within 30 days", Optional.of(Status.VALID)),
        HELD("On hold", Optional.of(Status.HELD)),
        REVOKED("Revoked", Optional.of(Status.REVOKED)),
        EXPIRED("Expired", Optional.of(Status.EXPIRED)),
        /** The CAs' certificates and those for its own TLS; only for those who may read everybody's. */
        OWN("The server's own", Optional.empty());

        private final String label;
        private final Optional<Status> status;

        Choice(String label, Optional<Status> status) {
            this.label = label;
            this.status = status;
        }

        String value() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Choice named(String value, boolean everybodys) {
            for (Choice choice : values()) {
                if (choice.value().equals(value) && (choice != OWN || everybodys)) {
                    return choice;
                }
            }
            return ALL;
        }
    }

    private Reply show(Exchange exchange) {
        Requester requester = exchange.requester();
        boolean all = authorization.allows(requester, Permission.READ_CERTIFICATE, AccessObject.any());
        Optional<String> owner = all ? Optional.empty() : Optional.of(requester.name());
        Choice choice = Choice.named(exchange.query().text("filter").orElse(""), all);
        String search = exchange.query().text("search").orElse("");
        Instant now = moments.now();
        Optional<String> cursor = exchange.query().text("cursor");
        CertificatePage page = search(new CertificateQuery(
                Optional.of(search).filter(text -> !text.isEmpty()),
                choice.status,
                Optional.empty(),
                Optional.empty(),
                choice == Choice.OWN ? SYSTEM : owner,
                // Who searches for a name wants it found, whosever it is.
                choice == Choice.OWN || !search.isEmpty() ? Optional.empty() : SYSTEM,
                choice == Choice.ENDING ? Optional.of(now.plus(StatusMark.SOON)) : Optional.empty(),
                now,
                PAGE,
                cursor));
        CertificateListView view = new CertificateListView(
                frames.of(exchange, "Certificates", Section.CERTIFICATES),
                search,
                choice.value(),
                filters(choice, search, owner, now),
                page.certificates().stream().map(this::row).toList(),
                page.next()
                        .map(next -> path(choice, search) + separator(choice, search) + "cursor=" + encode(next))
                        .orElse(""),
                cursor.isPresent(),
                authorization.allows(requester, Permission.REQUEST_CERTIFICATE, AccessObject.any()),
                !all);
        return templates.show("certificates", view);
    }

    private CertificatePage search(CertificateQuery query) {
        try {
            return ledger.search(query);
        } catch (IllegalArgumentException e) {
            if (query.cursor().isEmpty()) {
                throw e;
            }
            throw new ProblemException(Problem.badRequest(
                    "This address is of no page of the list. Begin at the first one: /certificates"));
        }
    }

    private CertificateRow row(CertificateRecord certificate) {
        return CertificateRow.of(certificate, titles::of, moments);
    }

    private List<Filter> filters(Choice chosen, String search, Optional<String> owner, Instant now) {
        CertificateCounts counts = new CertificateCounts(ledger, owner, now);
        List<Filter> filters = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (choice != Choice.OWN || owner.isEmpty()) {
                String count = search.isEmpty() ? Moments.number(count(choice, counts)) : "";
                filters.add(new Filter(choice.label, path(choice, search), choice == chosen, count));
            }
        }
        return filters;
    }

    private static long count(Choice choice, CertificateCounts counts) {
        return switch (choice) {
            case ALL -> counts.all();
            case ENDING -> counts.endingWithin(StatusMark.SOON);
            case OWN -> counts.own();
            case VALID, HELD, REVOKED, EXPIRED -> counts.of(choice.status.orElseThrow());
        };
    }

    private static String path(Choice choice, String search) {
        String query = (choice == Choice.ALL ? "" : "&filter=" + choice.value())
                + (search.isEmpty() ? "" : "&search=" + encode(search));
        return "/certificates" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static String separator(Choice choice, String search) {
        return choice == Choice.ALL && search.isEmpty() ? "?" : "&";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
