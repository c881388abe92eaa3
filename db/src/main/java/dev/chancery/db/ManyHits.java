package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The newest of many certificates that a word is found in. They may all be old, so walking back from the newest
 * certificate could pass millions of others. The index is therefore asked one generation after the other: one in which the
 * word is not common says which certificates have it, and only in one in which it is are the rows walked through, of
 * which a page needs few.
 */
final class ManyHits {
    private static final String BY_REQUESTER =
            "SELECT sequence FROM certificate WHERE requester >= ? AND requester < ? LIMIT ?";

    private final Jdbi jdbi;
    private final SearchIndex index;
    private final RowsAmong among;

    ManyHits(Jdbi jdbi, SearchIndex index) {
        this.jdbi = jdbi;
        this.index = index;
        this.among = new RowsAmong(jdbi);
    }

    /** Whether the query is of that kind, and no other index leads to its page. */
    boolean help(CertificateQuery query) {
        return query.order() == Order.NEWEST
                && query.status().filter(CertificateSearch::hasRevocation).isEmpty()
                && query.requester().isEmpty()
                && SearchText.of(query)
                        .filter(text -> askedBy(text).isPresent())
                        .isPresent();
    }

    /** The certificates of requesters with that name, which the index does not know; empty when they are many. */
    private Optional<List<Long>> askedBy(SearchText text) {
        List<Long> found = jdbi.withHandle(handle -> CertificateRows.bound(
                        handle.createQuery(BY_REQUESTER),
                        List.of(text.text(), SearchText.after(text.text()), Candidates.FEW + 1))
                .mapTo(Long.class)
                .list());
        return found.size() > Candidates.FEW ? Optional.empty() : Optional.of(found);
    }

    /** One more than a page, if there are so many, from before this record. */
    List<CertificateRecord> page(CertificateQuery query, long before) {
        SearchText text = SearchText.of(query).orElseThrow();
        List<Long> asked = askedBy(text).orElseThrow();
        List<CertificateRecord> found = new ArrayList<>();
        long end = before;
        try (Handle handle = jdbi.open()) {
            for (SearchIndex.Generation generation : index.generations(handle.getConnection())) {
                int wanted = query.limit() + 1 - found.size();
                if (wanted > 0 && generation.from() < end) {
                    found.addAll(within(new Span(generation.from(), end), generation, text, asked, query, wanted));
                    end = generation.from();
                }
            }
        } catch (SQLException e) {
            throw new StorageException("certificates cannot be searched: " + e.getMessage(), e);
        }
        return found;
    }

    /** Records from the first, included, to the second, excluded. */
    private record Span(long from, long before) {
        boolean holds(long sequence) {
            return from <= sequence && sequence < before;
        }
    }

    private List<CertificateRecord> within(
            Span span,
            SearchIndex.Generation generation,
            SearchText text,
            List<Long> asked,
            CertificateQuery query,
            int wanted)
            throws SQLException {
        List<Long> hits = new ArrayList<>();
        for (String entry : List.of(IndexEntry.label(text.label()), IndexEntry.serial(text.serial()))) {
            if (hits.size() <= Candidates.FEW) {
                generation
                        .scan()
                        .range(
                                TextRange.beginningWith(entry),
                                sequence -> hits.add(sequence) && hits.size() <= Candidates.FEW);
            }
        }
        if (hits.size() > Candidates.FEW) {
            return walk(span, query, wanted);
        }
        hits.addAll(asked);
        List<Long> newestFirst = hits.stream()
                .filter(span::holds)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return among.list(newestFirst, query, wanted);
    }

    private List<CertificateRecord> walk(Span span, CertificateQuery query, int wanted) {
        SearchConditions conditions = SearchConditions.of(query);
        conditions.add("c.sequence >= ?", span.from());
        conditions.add("c.sequence < ?", span.before());
        return CertificateRows.list(
                jdbi,
                CertificateRows.SELECT + conditions.where() + RowsAmong.order(query) + " LIMIT ?",
                conditions.parameters(wanted));
    }
}
