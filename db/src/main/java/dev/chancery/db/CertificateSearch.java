package dev.chancery.db;

import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists certificates, page by page.
 *
 * <p>Where {@link Candidates} finds that few certificates come into question, those are looked at; otherwise one in many
 * fits, and walking through an index that has the order fills a page soon. Without that choice a common search would sort
 * millions of rows to show fifty.
 */
final class CertificateSearch {
    private static final int CHUNK = 256;
    private static final String AMONG = "c.sequence IN (" + String.join(", ", Collections.nCopies(CHUNK, "?")) + ")";
    private static final String ENDS = "SELECT c.sequence, c.not_after FROM certificate c WHERE " + AMONG;

    private final Jdbi jdbi;
    private final Candidates candidates;

    CertificateSearch(Jdbi jdbi, SearchIndex index) {
        this.jdbi = jdbi;
        this.candidates = new Candidates(jdbi, index);
    }

    CertificatePage page(CertificateQuery query) {
        Optional<Cursor> after = query.cursor().map(text -> Cursor.decode(text, query.order()));
        List<CertificateRecord> found = candidates
                .of(query)
                .map(few -> among(following(few, query.order(), after), query))
                .orElseGet(() -> query.order() == Order.NEWEST ? backwards(after, query) : byEnd(after, query));
        if (found.size() <= query.limit()) {
            return new CertificatePage(found, Optional.empty());
        }
        List<CertificateRecord> page = found.subList(0, query.limit());
        return new CertificatePage(page, Optional.of(Cursor.encode(query.order(), page.get(query.limit() - 1))));
    }

    /** Those after the cursor, in order. */
    private List<Long> following(List<Long> newestFirst, Order order, Optional<Cursor> after) {
        if (order == Order.NEWEST) {
            long before = after.map(Cursor::sequence).orElse(Long.MAX_VALUE);
            return newestFirst.stream().filter(one -> one < before).toList();
        }
        Comparator<End> rising = Comparator.comparingLong(End::end).thenComparingLong(End::sequence);
        Comparator<End> wanted = order == Order.ENDING ? rising : rising.reversed();
        return ends(newestFirst).stream()
                .filter(one -> after.isEmpty()
                        || wanted.compare(
                                        one,
                                        new End(
                                                after.get().sequence(),
                                                after.get().end()))
                                > 0)
                .sorted(wanted)
                .map(End::sequence)
                .toList();
    }

    private record End(long sequence, long end) {}

    private List<End> ends(List<Long> sequences) {
        List<End> ends = new ArrayList<>();
        for (List<Long> chunk : chunks(sequences)) {
            jdbi.useHandle(handle -> CertificateRows.bound(handle.createQuery(ENDS), List.copyOf(padded(chunk)))
                    .map((row, context) -> new End(row.getLong(1), row.getLong(2)))
                    .forEach(ends::add));
        }
        return ends;
    }

    private static List<List<Long>> chunks(List<Long> sequences) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < sequences.size(); from += CHUNK) {
            chunks.add(sequences.subList(from, Math.min(from + CHUNK, sequences.size())));
        }
        return chunks;
    }

    /** @param sequences in the order of the query */
    private List<CertificateRecord> among(List<Long> sequences, CertificateQuery query) {
        List<CertificateRecord> found = new ArrayList<>();
        for (List<Long> chunk : chunks(sequences)) {
            if (found.size() > query.limit()) {
                break;
            }
            SearchConditions conditions = SearchConditions.of(query);
            conditions.add(AMONG, padded(chunk).toArray());
            found.addAll(CertificateRows.list(
                    jdbi,
                    CertificateRows.SELECT + conditions.where() + order(query) + " LIMIT ?",
                    conditions.parameters(query.limit() + 1 - found.size())));
        }
        return found;
    }

    private static String order(CertificateQuery query) {
        return switch (query.order()) {
            case NEWEST -> " ORDER BY c.sequence DESC";
            case ENDING -> " ORDER BY c.not_after, c.sequence";
            case ENDED -> " ORDER BY c.not_after DESC, c.sequence DESC";
        };
    }

    /** Always as many as the statement has places, so that it is prepared once. */
    private static List<Long> padded(List<Long> chunk) {
        List<Long> padded = new ArrayList<>(chunk);
        padded.addAll(Collections.nCopies(CHUNK - chunk.size(), chunk.get(0)));
        return padded;
    }

    private List<CertificateRecord> backwards(Optional<Cursor> after, CertificateQuery query) {
        long before = after.map(Cursor::sequence).orElse(Long.MAX_VALUE);
        SearchConditions conditions = SearchConditions.of(query);
        if (query.status().filter(CertificateSearch::hasRevocation).isPresent()) {
            conditions.add("r.sequence < ?", before);
            return list(
                    CertificateRows.COLUMNS + " FROM revocation r JOIN certificate c ON c.sequence = r.sequence",
                    conditions,
                    " ORDER BY r.held DESC, r.sequence DESC",
                    query);
        }
        conditions.add("c.sequence < ?", before);
        // The first column is a constant then; it is named so that the index by requester gives the order.
        String order = query.requester().isPresent() ? " ORDER BY c.requester DESC, c.sequence DESC" : order(query);
        return list(CertificateRows.SELECT, conditions, order, query);
    }

    private List<CertificateRecord> byEnd(Optional<Cursor> after, CertificateQuery query) {
        SearchConditions conditions = SearchConditions.byEnd(query);
        EndRange.of(query).addTo(conditions, query.order(), after);
        return list(CertificateRows.SELECT, conditions, order(query), query);
    }

    private List<CertificateRecord> list(
            String from, SearchConditions conditions, String order, CertificateQuery query) {
        return CertificateRows.list(
                jdbi, from + conditions.where() + order + " LIMIT ?", conditions.parameters(query.limit() + 1));
    }

    private static boolean hasRevocation(Status status) {
        return status == Status.HELD || status == Status.REVOKED;
    }
}
