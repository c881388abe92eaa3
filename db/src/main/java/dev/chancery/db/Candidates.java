package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The certificates that come into question for a query, where an index says that they are few. */
final class Candidates {
    /** With more rows of the index than these, walking through the certificates is quicker. */
    static final int FEW = 5_000;

    private static final String BY_REQUESTER =
            "SELECT sequence FROM certificate WHERE requester >= ? AND requester < ? LIMIT ?";
    private static final String BY_END =
            "SELECT sequence FROM certificate WHERE not_after >= ? AND not_after < ? LIMIT ?";

    private final Jdbi jdbi;
    private final SearchIndex index;

    Candidates(Jdbi jdbi, SearchIndex index) {
        this.jdbi = jdbi;
        this.index = index;
    }

    /** Their sequences, newest first; empty when they are many or when no index helps. */
    Optional<List<Long>> of(CertificateQuery query) {
        return Stream.concat(byText(query).stream(), byEnd(query).stream()).min(Comparator.comparingInt(List::size));
    }

    private Optional<List<Long>> byText(CertificateQuery query) {
        return SearchText.of(query).flatMap(text -> {
            List<Long> found = new ArrayList<>();
            collect(text, found);
            if (found.size() <= FEW) {
                found.addAll(
                        sequences(BY_REQUESTER, text.text(), SearchText.after(text.text()), FEW + 1 - found.size()));
            }
            return few(found);
        });
    }

    private void collect(SearchText text, List<Long> found) {
        LongPredicate taker = sequence -> found.add(sequence) && found.size() <= FEW;
        try (Handle handle = jdbi.open()) {
            index.range(handle.getConnection(), TextRange.beginningWith(IndexEntry.label(text.label())), taker);
            if (found.size() <= FEW) {
                index.range(handle.getConnection(), TextRange.beginningWith(IndexEntry.serial(text.serial())), taker);
            }
        } catch (SQLException e) {
            throw new StorageException("certificates cannot be searched: " + e.getMessage(), e);
        }
    }

    private Optional<List<Long>> byEnd(CertificateQuery query) {
        long now = Micros.of(query.now());
        Optional<Status> status = query.status();
        Optional<Long> limit = query.expiresBefore().map(Micros::of);
        if (status.filter(Status.EXPIRED::equals).isPresent()) {
            return few(sequences(BY_END, Long.MIN_VALUE, Math.min(now, limit.orElse(now)), FEW + 1));
        }
        long from = status.filter(Status.VALID::equals).isPresent() ? now : Long.MIN_VALUE;
        return limit.flatMap(before -> few(sequences(BY_END, from, before, FEW + 1)));
    }

    private List<Long> sequences(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> CertificateRows.bound(handle.createQuery(sql), List.of(parameters))
                .mapTo(Long.class)
                .list());
    }

    private static Optional<List<Long>> few(List<Long> found) {
        return found.size() > FEW
                ? Optional.empty()
                : Optional.of(found.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }
}
