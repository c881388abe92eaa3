package dev.chancery.db;

import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists certificates, newest first, page by page.
 *
 * <p>A condition that few certificates meet is answered from its index; one that many meet is met often, so walking
 * backwards from the newest fills a page soon. Which of the two it is, is found by counting the index entries, up to a
 * limit. Without that choice a common search would sort millions of rows to show fifty.
 */
final class CertificateSearch {
    /** Up to so many candidates are taken from an index and sorted. */
    private static final int FEW = 5_000;

    /** Sorts after everything that begins with what stands before it. */
    private static final char LAST = '\uffff';

    private final Jdbi jdbi;

    CertificateSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    CertificatePage page(CertificateQuery query) {
        Conditions conditions = new Conditions();
        searched(query).ifPresent(text -> search(text, conditions));
        query.status().ifPresent(status -> status(status, query, conditions));
        query.expiresBefore().ifPresent(limit -> conditions.add("c.not_after < ?", Micros.of(limit)));
        ends(query).ifPresent(ends -> ends(ends, conditions));
        query.profile().ifPresent(profile -> conditions.add("c.profile = ?", profile));
        query.issuer().ifPresent(issuer -> conditions.add("c.issuer = ?", issuer));
        query.requester().ifPresent(requester -> conditions.add("c.requester = ?", requester));
        query.cursor().ifPresent(cursor -> conditions.add("c.sequence < ?", Cursor.decode(cursor)));
        boolean revoked =
                query.status().filter(CertificateSearch::hasRevocation).isPresent();
        String from = revoked
                ? CertificateRows.COLUMNS + " FROM revocation r JOIN certificate c ON c.sequence = r.sequence"
                : CertificateRows.SELECT;
        String order = revoked ? " ORDER BY r.sequence DESC LIMIT " : " ORDER BY c.sequence DESC LIMIT ";
        List<CertificateRecord> found = CertificateRows.list(
                jdbi, from + conditions.where() + order + (query.limit() + 1), conditions.parameters());
        return page(found, query.limit());
    }

    private static CertificatePage page(List<CertificateRecord> found, int limit) {
        if (found.size() <= limit) {
            return new CertificatePage(found, Optional.empty());
        }
        List<CertificateRecord> page = found.subList(0, limit);
        return new CertificatePage(
                page, Optional.of(Cursor.encode(page.get(limit - 1).journalSequence())));
    }

    private static Optional<String> searched(CertificateQuery query) {
        return query.search().map(text -> text.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
    }

    private void search(String text, Conditions conditions) {
        String label = text.substring(0, Math.min(text.length(), SearchNames.INDEXED));
        String serial = text.replace(":", "");
        List<Object> ranges = List.of(label, label + LAST, serial, serial + LAST, text, text + LAST);
        String candidates = "SELECT sequence FROM certificate_name WHERE label >= ? AND label < ?"
                + " UNION ALL SELECT sequence FROM certificate WHERE serial >= ? AND serial < ?"
                + " UNION ALL SELECT sequence FROM certificate WHERE requester >= ? AND requester < ?";
        if (few(candidates, ranges)) {
            conditions.add("c.sequence IN (" + candidates + ")", ranges.toArray());
        }
        conditions.add(
                "(c.names LIKE ? ESCAPE '\\' OR c.serial >= ? AND c.serial < ? OR c.requester >= ? AND c.requester < ?)",
                SearchNames.pattern(text),
                serial,
                serial + LAST,
                text,
                text + LAST);
    }

    private static void status(Status status, CertificateQuery query, Conditions conditions) {
        long now = Micros.of(query.now());
        switch (status) {
            case VALID -> conditions.add("r.sequence IS NULL AND c.not_after >= ?", now);
            case EXPIRED -> conditions.add("r.sequence IS NULL AND c.not_after < ?", now);
            case HELD -> conditions.add("r.held = TRUE");
            case REVOKED -> conditions.add("r.held = FALSE");
        }
    }

    private static boolean hasRevocation(Status status) {
        return status == Status.HELD || status == Status.REVOKED;
    }

    /** The ends of life that a query allows, when it names any. */
    private record Ends(long from, long before) {}

    private static Optional<Ends> ends(CertificateQuery query) {
        long now = Micros.of(query.now());
        Optional<Long> limit = query.expiresBefore().map(Micros::of);
        Optional<Status> status = query.status();
        if (status.filter(Status.EXPIRED::equals).isPresent()) {
            return Optional.of(new Ends(Long.MIN_VALUE, Math.min(now, limit.orElse(now))));
        }
        long from = status.filter(Status.VALID::equals).isPresent() ? now : Long.MIN_VALUE;
        return limit.map(before -> new Ends(from, before));
    }

    private void ends(Ends ends, Conditions conditions) {
        String candidates = "SELECT sequence FROM certificate WHERE not_after >= ? AND not_after < ?";
        List<Object> range = List.of(ends.from(), ends.before());
        if (few(candidates, range)) {
            conditions.add("c.sequence IN (" + candidates + ")", range.toArray());
        }
    }

    private boolean few(String candidates, List<Object> parameters) {
        String probe = "SELECT COUNT(*) FROM (" + candidates + " LIMIT " + (FEW + 1) + ") AS candidate";
        return jdbi.withHandle(handle -> CertificateRows.bound(handle.createQuery(probe), parameters)
                        .mapTo(Long.class)
                        .one())
                <= FEW;
    }

    /** Conditions that must all hold, and what they compare with. */
    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        void add(String text, Object... values) {
            texts.add(text);
            parameters.addAll(List.of(values));
        }

        String where() {
            return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
        }

        List<Object> parameters() {
            return parameters;
        }
    }
}
