package dev.chancery.db;

import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists certificates, page by page.
 *
 * <p>Where {@link Candidates} finds that few certificates come into question, those are looked at; otherwise one in many
 * fits, and walking through an index that has the order fills a page soon; where it does not, {@link Walk} gives up. Without that choice a common search would sort
 * millions of rows to show fifty. A word that is common, but only among old certificates, is for {@link ManyHits}.
 */
final class CertificateSearch {
    private final Jdbi jdbi;
    private final Candidates candidates;
    private final RowsAmong among;
    private final Walk walk;
    private final ManyHits manyHits;

    CertificateSearch(Jdbi jdbi, SearchIndex index, CertificateCounts counts) {
        this(jdbi, index, counts, new Walk(Walk.MOST));
    }

    CertificateSearch(Jdbi jdbi, SearchIndex index, CertificateCounts counts, Walk walk) {
        this.jdbi = jdbi;
        this.candidates = new Candidates(jdbi, index, counts);
        this.among = new RowsAmong(jdbi);
        this.walk = walk;
        this.manyHits = new ManyHits(jdbi, index, walk);
    }

    CertificatePage page(CertificateQuery query) {
        Optional<Cursor> after = query.cursor().map(text -> Cursor.decode(text, query.order()));
        Stretch stretch = candidates
                .of(query)
                .map(few -> new Stretch(
                        among.list(following(few, query.order(), after), query, query.limit() + 1),
                        Optional.empty(),
                        few.size()))
                .orElseGet(() -> walked(query, after));
        List<CertificateRecord> found = stretch.found();
        if (found.size() <= query.limit()) {
            return new CertificatePage(found, stretch.resume().map(Cursor::encode));
        }
        List<CertificateRecord> page = found.subList(0, query.limit());
        return new CertificatePage(
                page,
                Optional.of(
                        Cursor.of(query.order(), page.get(query.limit() - 1)).encode()));
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

    private Stretch walked(CertificateQuery query, Optional<Cursor> after) {
        int wanted = query.limit() + 1;
        if (query.order() != Order.NEWEST) {
            return walk.along(new EndWay(jdbi, query), after, wanted);
        }
        return manyHits.help(query)
                ? manyHits.page(query, after.map(Cursor::sequence).orElse(Long.MAX_VALUE))
                : walk.along(new NewestWay(jdbi, query, 0), after, wanted);
    }
}
