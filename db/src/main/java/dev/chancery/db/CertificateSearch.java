package dev.chancery.db;

import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists certificates, page by page.
 *
 * <p>Where {@link Candidates} finds that few certificates come into question, those are looked at; otherwise one in many
 * fits, and walking through an index that has the order fills a page soon. Without that choice a common search would sort
 * millions of rows to show fifty. A word that is common, but only among old certificates, is for {@link ManyHits}.
 */
final class CertificateSearch {
    private final Jdbi jdbi;
    private final Candidates candidates;
    private final RowsAmong among;
    private final ManyHits manyHits;

    CertificateSearch(Jdbi jdbi, SearchIndex index) {
        this.jdbi = jdbi;
        this.candidates = new Candidates(jdbi, index);
        this.among = new RowsAmong(jdbi);
        this.manyHits = new ManyHits(jdbi, index);
    }

    CertificatePage page(CertificateQuery query) {
        Optional<Cursor> after = query.cursor().map(text -> Cursor.decode(text, query.order()));
        List<CertificateRecord> found = candidates
                .of(query)
                .map(few -> among.list(following(few, query.order(), after), query, query.limit() + 1))
                .orElseGet(() -> query.order() == Order.NEWEST ? newest(after, query) : byEnd(after, query));
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
        Comparator<RowsAmong.End> rising =
                Comparator.comparingLong(RowsAmong.End::end).thenComparingLong(RowsAmong.End::sequence);
        Comparator<RowsAmong.End> wanted = order == Order.ENDING ? rising : rising.reversed();
        return among.ends(newestFirst).stream()
                .filter(one -> after.isEmpty()
                        || wanted.compare(
                                        one,
                                        new RowsAmong.End(
                                                after.get().sequence(),
                                                after.get().end()))
                                > 0)
                .sorted(wanted)
                .map(RowsAmong.End::sequence)
                .toList();
    }

    private List<CertificateRecord> newest(Optional<Cursor> after, CertificateQuery query) {
        return manyHits.help(query)
                ? manyHits.page(query, after.map(Cursor::sequence).orElse(Long.MAX_VALUE))
                : backwards(after, query);
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
        String order =
                query.requester().isPresent() ? " ORDER BY c.requester DESC, c.sequence DESC" : RowsAmong.order(query);
        return list(CertificateRows.SELECT, conditions, order, query);
    }

    private List<CertificateRecord> byEnd(Optional<Cursor> after, CertificateQuery query) {
        SearchConditions conditions = SearchConditions.byEnd(query);
        EndRange.of(query).addTo(conditions, query.order(), after);
        return list(CertificateRows.SELECT, conditions, RowsAmong.order(query), query);
    }

    private List<CertificateRecord> list(
            String from, SearchConditions conditions, String order, CertificateQuery query) {
        return CertificateRows.list(
                jdbi, from + conditions.where() + order + " LIMIT ?", conditions.parameters(query.limit() + 1));
    }

    static boolean hasRevocation(Status status) {
        return status == Status.HELD || status == Status.REVOKED;
    }
}
