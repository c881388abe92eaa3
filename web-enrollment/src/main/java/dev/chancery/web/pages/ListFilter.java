package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.pages.view.StatusMark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a list of certificates is narrowed down to, as its address says.
 *
 * @param by the requester; always empty for those who see their own only
 * @param order empty for the one that fits the choice
 */
record ListFilter(
        String search, Choice choice, String profile, String ca, String by, EndSpan ends, Optional<Order> order) {
    private static final String LIST = "/certificates";
    private static final String SYSTEM = Requester.system().name();

    /** The filters by status, by the name that stands in the address. */
    enum Choice {
        ALL("certificates.list.filter.all", Optional.empty()),
        VALID("certificates.list.filter.valid", Optional.of(Status.VALID)),
        ENDING("certificates.list.filter.ending", Optional.of(Status.VALID)),
        HELD("certificates.list.filter.held", Optional.of(Status.HELD)),
        REVOKED("certificates.list.filter.revoked", Optional.of(Status.REVOKED)),
        EXPIRED("certificates.list.filter.expired", Optional.of(Status.EXPIRED)),
        /** The CAs' certificates and those for its own TLS; only for those who may read everybody's. */
        OWN("certificates.list.filter.own", Optional.empty());

        private final String label;
        private final Optional<Status> status;

        Choice(String label, Optional<Status> status) {
            this.label = label;
            this.status = status;
        }

        String label() {
            return plain(label);
        }

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many of a kind it shows. */
        long of(KindCount count) {
            return switch (this) {
                case ALL, OWN -> count.all();
                case ENDING -> count.ending();
                case VALID, HELD, REVOKED, EXPIRED -> count.of(status.orElseThrow());
            };
        }
    }

    static ListFilter of(Parameters query, boolean everybodys) {
        return new ListFilter(
                query.text("search").orElse(""),
                choice(query.text("filter").orElse(""), everybodys),
                query.text("profile").orElse(""),
                query.text("ca").orElse(""),
                everybodys ? query.text("by").orElse("") : "",
                query.text("ends").map(EndSpan::of).orElse(EndSpan.ANY),
                query.text("order").flatMap(ListFilter::order));
    }

    private static Choice choice(String value, boolean everybodys) {
        for (Choice choice : Choice.values()) {
            if (choice.value().equals(value) && (choice != Choice.OWN || everybodys)) {
                return choice;
            }
        }
        return Choice.ALL;
    }

    private static Optional<Order> order(String value) {
        for (Order order : Order.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(value)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** What ends next comes first where that is asked for, and what has just expired. */
    Order usual() {
        return switch (choice) {
            case ENDING -> Order.ENDING;
            case EXPIRED -> Order.ENDED;
            default -> ends.any() ? Order.NEWEST : Order.ENDING;
        };
    }

    Order sorted() {
        return order.orElse(usual());
    }

    /** Whether counts without looking at certificates can tell how many there are. */
    boolean counted() {
        return search.isEmpty() && ends.any();
    }

    /** @param owner whose certificates somebody may see; empty for everybody's */
    CertificateQuery query(Optional<String> owner, Instant now, int limit) {
        Optional<Instant> soon = choice == Choice.ENDING ? Optional.of(now.plus(StatusMark.SOON)) : Optional.empty();
        Optional<Instant> before =
                Stream.of(ends.before(), soon).flatMap(Optional::stream).min(Comparator.naturalOrder());
        return new CertificateQuery(
                given(search),
                choice.status,
                given(profile),
                given(ca),
                owner.or(() -> choice == Choice.OWN ? Optional.of(SYSTEM) : given(by)),
                // Who searches for a name wants it found, whosever it is.
                choice == Choice.OWN || !search.isEmpty() || !by.isEmpty() || owner.isPresent()
                        ? Optional.empty()
                        : Optional.of(SYSTEM),
                ends.from(),
                before,
                sorted(),
                now,
                limit,
                Optional.empty());
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    ListFilter with(Choice other) {
        return new ListFilter(search, other, profile, ca, by, ends, Optional.empty());
    }

    ListFilter sorted(Order by) {
        return new ListFilter(
                search, choice, profile, ca, this.by, ends, by == usual() ? Optional.empty() : Optional.of(by));
    }

    ListFilter withoutProfile() {
        return new ListFilter(search, choice, "", ca, by, ends, order);
    }

    ListFilter withoutCa() {
        return new ListFilter(search, choice, profile, "", by, ends, order);
    }

    ListFilter withoutRequester() {
        return new ListFilter(search, choice, profile, ca, "", ends, order);
    }

    ListFilter withoutEnd() {
        return new ListFilter(search, choice, profile, ca, by, EndSpan.ANY, order);
    }

    /** The address of the list that it makes. */
    String path() {
        return path(LIST);
    }

    String path(String base) {
        String query = query();
        return query.isEmpty() ? base : base + "?" + query;
    }

    /** The same with a cursor. */
    String page(String cursor) {
        String query = query();
        return LIST + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + encode(cursor);
    }

    private String query() {
        String query = (choice == Choice.ALL ? "" : "&filter=" + choice.value())
                + pair("search", search)
                + pair("profile", profile)
                + pair("ca", ca)
                + pair("by", by)
                + pair("ends", ends.text())
                + pair(
                        "order",
                        order.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""));
        return query.isEmpty() ? "" : query.substring(1);
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
