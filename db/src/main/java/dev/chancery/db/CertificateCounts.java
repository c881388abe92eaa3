package dev.chancery.db;

import dev.chancery.core.ledger.CertificateRecord.Status;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts without looking at the certificates: whole days are sums over the tally, and only the two days at the edges are
 * counted in the index.
 */
final class CertificateCounts {
    private final Jdbi jdbi;

    CertificateCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Status, Long> byStatus(Optional<String> requester, Instant now) {
        return jdbi.inTransaction(handle -> {
            long live = tally(handle, requester, TallyTable.State.LIVE, Long.MIN_VALUE, Long.MAX_VALUE);
            long expired = liveEndingBefore(handle, requester, Micros.of(now));
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            counts.put(Status.VALID, live - expired);
            counts.put(Status.EXPIRED, expired);
            counts.put(Status.HELD, tally(handle, requester, TallyTable.State.HELD, Long.MIN_VALUE, Long.MAX_VALUE));
            counts.put(
                    Status.REVOKED, tally(handle, requester, TallyTable.State.REVOKED, Long.MIN_VALUE, Long.MAX_VALUE));
            return counts;
        });
    }

    long endingBefore(Optional<String> requester, Instant now, Instant limit) {
        if (!limit.isAfter(now)) {
            return 0;
        }
        return jdbi.inTransaction(handle -> liveEndingBefore(handle, requester, Micros.of(limit))
                - liveEndingBefore(handle, requester, Micros.of(now)));
    }

    /** Neither revoked nor held, and {@code notAfter} before {@code limit}. */
    private static long liveEndingBefore(Handle handle, Optional<String> requester, long limit) {
        long day = Micros.day(limit);
        return tally(handle, requester, TallyTable.State.LIVE, Long.MIN_VALUE, day)
                + liveWithin(handle, requester, Micros.startOfDay(day), limit);
    }

    private static long tally(
            Handle handle, Optional<String> requester, TallyTable.State state, long fromDay, long beforeDay) {
        String sql = "SELECT COALESCE(SUM(certificates), 0) FROM certificate_tally"
                + " WHERE state = ? AND last_day >= ? AND last_day < ?";
        return count(handle, requester, sql, " AND requester = ?", List.of(state.name(), fromDay, beforeDay));
    }

    private static long liveWithin(Handle handle, Optional<String> requester, long from, long before) {
        String sql = "SELECT COUNT(*) FROM certificate c WHERE c.not_after >= ? AND c.not_after < ?"
                + " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.sequence = c.sequence)";
        return count(handle, requester, sql, " AND c.requester = ?", List.of(from, before));
    }

    private static long count(
            Handle handle, Optional<String> requester, String sql, String ofRequester, List<Object> parameters) {
        List<Object> all = new java.util.ArrayList<>(parameters);
        requester.ifPresent(all::add);
        return CertificateRows.bound(handle.createQuery(requester.isPresent() ? sql + ofRequester : sql), all)
                .mapTo(Long.class)
                .one();
    }
}
