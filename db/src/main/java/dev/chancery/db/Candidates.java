package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
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
    private static final String OF_REQUESTER = "SELECT sequence FROM certificate WHERE requester = ? LIMIT ?";
    private static final String BY_END =
            "SELECT sequence FROM certificate WHERE not_after >= ? AND not_after < ? LIMIT ?";

    private static final String BY_HOLD = "SELECT sequence FROM revocation WHERE held = ? LIMIT ?";

    private final Jdbi jdbi;
    private final SearchIndex index;
    private final CertificateCounts counts;

    Candidates(Jdbi jdbi, SearchIndex index, CertificateCounts counts) {
        this.jdbi = jdbi;
        this.index = index;
        this.counts = counts;
    }

    /** Their sequences, newest first; empty when they are many or when no index helps. */
    Optional<List<Long>> of(CertificateQuery query) {
        return Stream.of(
                        byText(query),
                        byEnd(query),
                        byStatus(query),
                        byProfile(query),
                        byIssuer(query),
                        byRequester(query),
                        byOthers(query))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(List::size));
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
        EndRange range = EndRange.of(query);
        return range.narrow(query) ? few(sequences(BY_END, range.from(), range.before(), FEW + 1)) : Optional.empty();
    }

    private Optional<List<Long>> byStatus(CertificateQuery query) {
        return query.status()
                .filter(status -> status == Status.HELD || status == Status.REVOKED)
                .flatMap(status -> few(sequences(BY_HOLD, status == Status.HELD, FEW + 1)));
    }

    private Optional<List<Long>> byProfile(CertificateQuery query) {
        return query.profile().flatMap(profile -> sharing(IndexEntry.profile(profile)));
    }

    private Optional<List<Long>> byIssuer(CertificateQuery query) {
        return query.issuer().flatMap(issuer -> sharing(IndexEntry.issuer(issuer)));
    }

    /** The index by requester gives the order of issuance, so only other orders need them here. */
    private Optional<List<Long>> byRequester(CertificateQuery query) {
        return query.requester()
                .filter(any -> query.order() != Order.NEWEST)
                .flatMap(requester -> few(sequences(OF_REQUESTER, requester, FEW + 1)));
    }

    /**
     * Where one requester has nearly all there are, those of each other one; a range of requesters would have H2 pass by all of
     * its edge. What was issued since they were counted may make them one too many.
     */
    private Optional<List<Long>> byOthers(CertificateQuery query) {
        return query.exceptRequester()
                .filter(requester -> counts.except(requester) <= FEW)
                .map(counts::othersThan)
                .flatMap(others -> few(others.stream()
                        .flatMap(other -> sequences(OF_REQUESTER, other, FEW + 1).stream())
                        .limit(FEW + 1L)
                        .toList()));
    }

    private Optional<List<Long>> sharing(String text) {
        List<Long> found = new ArrayList<>();
        LongPredicate taker = sequence -> found.add(sequence) && found.size() <= FEW;
        try (Handle handle = jdbi.open()) {
            index.range(handle.getConnection(), TextRange.only(text), taker);
        } catch (SQLException e) {
            throw new StorageException("certificates cannot be searched: " + e.getMessage(), e);
        }
        return few(found);
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
