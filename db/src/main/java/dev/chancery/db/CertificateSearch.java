package dev.chancery.db;

import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists certificates, newest first, page by page.
 *
 * <p>Where {@link Candidates} finds that few certificates come into question, those are looked at; otherwise one in many
 * fits, and walking backwards from the newest fills a page soon. Without that choice a common search would sort millions
 * of rows to show fifty.
 */
final class CertificateSearch {
    private static final int CHUNK = 256;
    private static final String AMONG = "c.sequence IN (" + String.join(", ", Collections.nCopies(CHUNK, "?")) + ")";

    private final Jdbi jdbi;
    private final Candidates candidates;

    CertificateSearch(Jdbi jdbi, SearchIndex index) {
        this.jdbi = jdbi;
        this.candidates = new Candidates(jdbi, index);
    }

    CertificatePage page(CertificateQuery query) {
        long before = query.cursor().map(Cursor::decode).orElse(Long.MAX_VALUE);
        List<CertificateRecord> found = candidates
                .of(query)
                .map(few -> among(few.stream().filter(one -> one < before).toList(), query))
                .orElseGet(() -> backwards(before, query));
        if (found.size() <= query.limit()) {
            return new CertificatePage(found, Optional.empty());
        }
        List<CertificateRecord> page = found.subList(0, query.limit());
        return new CertificatePage(
                page, Optional.of(Cursor.encode(page.get(query.limit() - 1).journalSequence())));
    }

    /** @param sequences newest first */
    private List<CertificateRecord> among(List<Long> sequences, CertificateQuery query) {
        List<CertificateRecord> found = new ArrayList<>();
        for (int from = 0; from < sequences.size() && found.size() <= query.limit(); from += CHUNK) {
            List<Long> chunk = sequences.subList(from, Math.min(from + CHUNK, sequences.size()));
            Conditions conditions = conditions(query);
            conditions.add(AMONG, padded(chunk).toArray());
            found.addAll(CertificateRows.list(
                    jdbi,
                    CertificateRows.SELECT + conditions.where() + " ORDER BY c.sequence DESC LIMIT ?",
                    conditions.parameters(query.limit() + 1 - found.size())));
        }
        return found;
    }

    /** Always as many as the statement has places, so that it is prepared once. */
    private static List<Long> padded(List<Long> chunk) {
        List<Long> padded = new ArrayList<>(chunk);
        padded.addAll(Collections.nCopies(CHUNK - chunk.size(), chunk.get(0)));
        return padded;
    }

    private List<CertificateRecord> backwards(long before, CertificateQuery query) {
        Conditions conditions = conditions(query);
        if (query.status().filter(CertificateSearch::hasRevocation).isPresent()) {
            conditions.add("r.sequence < ?", before);
            return list(
                    CertificateRows.COLUMNS + " FROM revocation r JOIN certificate c ON c.sequence = r.sequence",
                    conditions,
                    " ORDER BY r.held DESC, r.sequence DESC LIMIT ?",
                    query);
        }
        conditions.add("c.sequence < ?", before);
        // The first column is a constant then; it is named so that the index by requester gives the order.
        String order = query.requester().isPresent()
                ? " ORDER BY c.requester DESC, c.sequence DESC LIMIT ?"
                : " ORDER BY c.sequence DESC LIMIT ?";
        return list(CertificateRows.SELECT, conditions, order, query);
    }

    private List<CertificateRecord> list(String from, Conditions conditions, String order, CertificateQuery query) {
        return CertificateRows.list(jdbi, from + conditions.where() + order, conditions.parameters(query.limit() + 1));
    }

    private static boolean hasRevocation(Status status) {
        return status == Status.HELD || status == Status.REVOKED;
    }

    private static Conditions conditions(CertificateQuery query) {
        Conditions conditions = new Conditions();
        SearchText.of(query)
                .ifPresent(text -> conditions.add(
                        "(c.names LIKE ? ESCAPE '\\' OR c.serial >= ? AND c.serial < ?"
                                + " OR c.requester >= ? AND c.requester < ?)",
                        text.pattern(),
                        text.serial(),
                        SearchText.after(text.serial()),
                        text.text(),
                        SearchText.after(text.text())));
        query.status().ifPresent(status -> status(status, Micros.of(query.now()), conditions));
        query.expiresBefore().ifPresent(limit -> conditions.add("c.not_after + 0 < ?", Micros.of(limit)));
        query.profile().ifPresent(profile -> conditions.add("c.profile = ?", profile));
        query.issuer().ifPresent(issuer -> conditions.add("c.issuer = ?", issuer));
        query.requester().ifPresent(requester -> conditions.add("c.requester = ?", requester));
        query.exceptRequester().ifPresent(requester -> conditions.add("c.requester <> ?", requester));
        return conditions;
    }

    /** The sum with 0 keeps the planner from taking the index over the end, and sorting all that it gives. */
    private static void status(Status status, long now, Conditions conditions) {
        switch (status) {
            case VALID -> conditions.add("r.sequence IS NULL AND c.not_after + 0 >= ?", now);
            case EXPIRED -> conditions.add("r.sequence IS NULL AND c.not_after + 0 < ?", now);
            case HELD -> conditions.add("r.held = TRUE");
            case REVOKED -> conditions.add("r.held = FALSE");
        }
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
            return " WHERE " + String.join(" AND ", texts);
        }

        List<Object> parameters(int limit) {
            List<Object> all = new ArrayList<>(parameters);
            all.add(limit);
            return all;
        }
    }
}
