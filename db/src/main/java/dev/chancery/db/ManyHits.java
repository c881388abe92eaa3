package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The newest of many certificates that a word is found in. They may all be old, so walking back from the newest
 * certificate could pass millions of others. The index is therefore asked one generation after the other: one in which the
 * word is not common says which certificates have it, and only in one in which it is are the rows walked through, of
 * which a page needs few unless something else excludes them.
 */
final class ManyHits {
    private static final String BY_REQUESTER =
            "SELECT sequence FROM certificate WHERE requester >= ? AND requester < ? LIMIT ?";

    private final Jdbi jdbi;
    private final SearchIndex index;
    private final RowsAmong among;
    private final Walk walk;

    ManyHits(Jdbi jdbi, SearchIndex index, Walk walk) {
        this.jdbi = jdbi;
        this.index = index;
        this.walk = walk;
        this.among = new RowsAmong(jdbi);
    }

    /** Whether the query is of that kind, and no other index leads to its page. */
    boolean help(CertificateQuery query) {
        return query.order() == Order.NEWEST
                && query.status().filter(NewestWay::hasRevocation).isEmpty()
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

    /** One more than a page, if there are so many, from before this record; as many as a walk may look at are looked at. */
    Stretch page(CertificateQuery query, long before) {
        SearchText text = SearchText.of(query).orElseThrow();
        List<Long> asked = askedBy(text).orElseThrow();
        List<CertificateRecord> found = new ArrayList<>();
        long end = before;
        int left = walk.most();
        try (Handle handle = jdbi.open()) {
            for (SearchIndex.Generation generation : index.generations(handle.getConnection())) {
                int wanted = query.limit() + 1 - found.size();
                if (wanted > 0 && generation.from() < end) {
                    if (left <= 0) {
                        return new Stretch(found, Optional.of(new Cursor(Order.NEWEST, 0, end)), walk.most());
                    }
                    Span span = new Span(generation.from(), end);
                    Stretch part = within(span, generation, text, asked, query, wanted, left);
                    found.addAll(part.found());
                    if (part.resume().isPresent()) {
                        return new Stretch(found, part.resume(), walk.most());
                    }
                    left -= part.looked();
                    end = generation.from();
                }
            }
        } catch (SQLException e) {
            throw new StorageException("certificates cannot be searched: " + e.getMessage(), e);
        }
        return new Stretch(found, Optional.empty(), walk.most() - left);
    }

    /** Records from the first, included, to the second, excluded. */
    private record Span(long from, long before) {
        boolean holds(long sequence) {
            return from <= sequence && sequence < before;
        }
    }

    private Stretch within(
            Span span,
            SearchIndex.Generation generation,
            SearchText text,
            List<Long> asked,
            CertificateQuery query,
            int wanted,
            int left)
            throws SQLException {
        Optional<List<Long>> few = hits(generation, text);
        if (few.isEmpty()) {
            Optional<Cursor> after = span.before() == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new Cursor(Order.NEWEST, 0, span.before()));
            return walk.along(new NewestWay(jdbi, query, span.from()), after, wanted, left);
        }
        List<Long> newestFirst = Stream.concat(few.get().stream(), asked.stream())
                .filter(span::holds)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Stretch(among.list(newestFirst, query, wanted), Optional.empty(), newestFirst.size());
    }

    /** Empty where they are many. */
    private static Optional<List<Long>> hits(SearchIndex.Generation generation, SearchText text) throws SQLException {
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
        return hits.size() > Candidates.FEW ? Optional.empty() : Optional.of(hits);
    }
}
