package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The certificates that come into question for a query, where an index says that they are few. */
final class Candidates {
    /** With more rows of the index than these, walking through the certificates is quicker. */
    static final int FEW = 5_000;

    private static final String BY_TEXT = "SELECT sequence FROM certificate_name WHERE label >= ? AND label < ?"
            + " UNION ALL SELECT sequence FROM certificate WHERE serial >= ? AND serial < ?"
            + " UNION ALL SELECT sequence FROM certificate WHERE requester >= ? AND requester < ? LIMIT ?";
    private static final String BY_END =
            "SELECT sequence FROM certificate WHERE not_after >= ? AND not_after < ? LIMIT ?";

    private final Jdbi jdbi;

    Candidates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Their sequences, newest first; empty when they are many or when no index helps. */
    Optional<List<Long>> of(CertificateQuery query) {
        return Stream.concat(byText(query).stream(), byEnd(query).stream()).min(Comparator.comparingInt(List::size));
    }

    private Optional<List<Long>> byText(CertificateQuery query) {
        return SearchText.of(query)
                .flatMap(text -> few(
                        BY_TEXT,
                        text.label(),
                        SearchText.after(text.label()),
                        text.serial(),
                        SearchText.after(text.serial()),
                        text.text(),
                        SearchText.after(text.text()),
                        FEW + 1));
    }

    private Optional<List<Long>> byEnd(CertificateQuery query) {
        long now = Micros.of(query.now());
        Optional<Status> status = query.status();
        Optional<Long> limit = query.expiresBefore().map(Micros::of);
        if (status.filter(Status.EXPIRED::equals).isPresent()) {
            return few(BY_END, Long.MIN_VALUE, Math.min(now, limit.orElse(now)), FEW + 1);
        }
        long from = status.filter(Status.VALID::equals).isPresent() ? now : Long.MIN_VALUE;
        return limit.flatMap(before -> few(BY_END, from, before, FEW + 1));
    }

    private Optional<List<Long>> few(String sql, Object... parameters) {
        List<Long> found = jdbi.withHandle(handle -> CertificateRows.bound(handle.createQuery(sql), List.of(parameters))
                .mapTo(Long.class)
                .list());
        return found.size() > FEW
                ? Optional.empty()
                : Optional.of(found.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }
}
