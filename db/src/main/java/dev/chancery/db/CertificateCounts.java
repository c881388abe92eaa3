package dev.chancery.db;

import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.db.Census.Days;
import dev.chancery.db.CountTable.State;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts without looking at the certificates: whole days are sums over the census, and only the days at the edges are
 * counted in the index by end.
 */
final class CertificateCounts {
    private static final Days NONE = new Days();
    private static final String WITHIN = "SELECT c.issuer, c.profile, c.requester, COUNT(*) FROM certificate c"
            + " WHERE c.not_after >= ? AND c.not_after < ?"
            + " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.sequence = c.sequence)"
            + " GROUP BY c.issuer, c.profile, c.requester";

    private final Jdbi jdbi;
    private final Census census;

    CertificateCounts(Jdbi jdbi, Census census) {
        this.jdbi = jdbi;
        this.census = census;
    }

    /** In the order of kinds; a kind without certificates is left out. */
    List<KindCount> byKind(Instant now, Instant soon) {
        Edge expired = edge(now);
        Edge ending = soon.isAfter(now) ? edge(soon) : expired;
        List<KindCount> counts = new ArrayList<>();
        see(any -> true, (kind, days) -> {
            Days live = days.getOrDefault(State.LIVE, NONE);
            long over = expired.before(kind, live);
            KindCount count = new KindCount(
                    kind,
                    live.all() - over,
                    ending.before(kind, live) - over,
                    days.getOrDefault(State.HELD, NONE).all(),
                    days.getOrDefault(State.REVOKED, NONE).all(),
                    over);
            if (count.all() > 0) {
                counts.add(count);
            }
        });
        return counts;
    }

    Map<Status, Long> byStatus(Optional<String> requester, Instant now) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        List<KindCount> kinds = of(requester, byKind(now, now));
        for (Status status : Status.values()) {
            counts.put(status, sum(kinds, one -> one.of(status)));
        }
        return counts;
    }

    long endingBefore(Optional<String> requester, Instant now, Instant limit) {
        return sum(of(requester, byKind(now, limit)), KindCount::ending);
    }

    /** All that others than this requester ever had. */
    long except(String requester) {
        long[] sum = {0};
        see(
                kind -> !kind.requester().equals(requester),
                (kind, days) -> sum[0] += days.getOrDefault(State.ISSUED, NONE).all());
        return sum[0];
    }

    /** All others that ever had one. */
    Set<String> othersThan(String requester) {
        Set<String> others = new TreeSet<>();
        see(kind -> !kind.requester().equals(requester), (kind, days) -> others.add(kind.requester()));
        return others;
    }

    private static List<KindCount> of(Optional<String> requester, List<KindCount> counts) {
        return counts.stream()
                .filter(one -> requester.isEmpty() || one.kind().requester().equals(requester.get()))
                .toList();
    }

    private static long sum(List<KindCount> counts, ToLongFunction<KindCount> number) {
        return counts.stream().mapToLong(number).sum();
    }

    /** Those that are neither revoked nor held by the day of their end, or all by the day of issuance. */
    SortedMap<LocalDate, Long> byDay(State state, Predicate<CertificateKind> kinds, LocalDate from, LocalDate until) {
        Map<Long, Long> sums = new HashMap<>();
        see(kinds, (kind, days) -> days.getOrDefault(state, NONE).addTo(sums, from.toEpochDay(), until.toEpochDay()));
        SortedMap<LocalDate, Long> byDay = new TreeMap<>();
        sums.forEach((day, count) -> {
            if (count != 0) {
                byDay.put(LocalDate.ofEpochDay(day), count);
            }
        });
        return byDay;
    }

    private void see(Predicate<CertificateKind> kinds, Census.Counting counting) {
        try {
            census.count(this::table, kinds, counting);
        } catch (SQLException e) {
            throw new StorageException("certificates cannot be counted: " + e.getMessage(), e);
        }
    }

    private List<CountTable.Change> table() throws SQLException {
        try (Handle handle = jdbi.open()) {
            return CountTable.all(new WriterSql(handle.getConnection()));
        }
    }

    /** A moment within a day: what ends before it on that day is counted in the index. */
    private record Edge(long day, Map<CertificateKind, Long> thatDay) {
        long before(CertificateKind kind, Days live) {
            return live.before(day) + thatDay.getOrDefault(kind, 0L);
        }
    }

    private Edge edge(Instant moment) {
        long limit = Micros.of(moment);
        long day = Micros.day(limit);
        Map<CertificateKind, Long> thatDay = new HashMap<>();
        jdbi.useHandle(handle -> CertificateRows.bound(
                        handle.createQuery(WITHIN), List.of(Micros.startOfDay(day), limit))
                .map((row, context) -> Map.entry(
                        new CertificateKind(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4)))
                .forEach(found -> thatDay.put(found.getKey(), found.getValue())));
        return new Edge(day, thatDay);
    }
}
