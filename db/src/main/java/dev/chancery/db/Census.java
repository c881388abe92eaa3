package dev.chancery.db;

import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.db.CountTable.Cell;
import dev.chancery.db.CountTable.Change;
import dev.chancery.db.CountTable.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@link CountTable} in memory, since every page with filters needs all of them. Read when somebody counts for
 * the first time; from then on each commit brings its changes.
 */
final class Census {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable Map<CertificateKind, Map<State, Days>> kinds;

    /** Opens a connection that sees what is committed. */
    @FunctionalInterface
    interface Reader {
        List<Change> all() throws SQLException;
    }

    /** Receives the days of one kind. */
    @FunctionalInterface
    interface Counting {
        void see(CertificateKind kind, Map<State, Days> days);
    }

    /** By the writer. Nobody reads the table for the first time between the commit and the changes here. */
    void commit(List<Change> changes, Connection connection) throws SQLException {
        lock.writeLock().lock();
        try {
            connection.commit();
            Map<CertificateKind, Map<State, Days>> known = kinds;
            if (known != null) {
                for (Change change : changes) {
                    add(known, change);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Shows each kind that is wanted, in order. */
    void count(Reader table, Predicate<CertificateKind> wanted, Counting counting) throws SQLException {
        load(table);
        lock.readLock().lock();
        try {
            Map<CertificateKind, Map<State, Days>> known = kinds == null ? Map.of() : kinds;
            known.forEach((kind, days) -> {
                if (wanted.test(kind)) {
                    counting.see(kind, days);
                }
            });
        } finally {
            lock.readLock().unlock();
        }
    }

    private void load(Reader table) throws SQLException {
        lock.readLock().lock();
        try {
            if (kinds != null) {
                return;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (kinds == null) {
                Map<CertificateKind, Map<State, Days>> read = new TreeMap<>();
                table.all().forEach(change -> add(read, change));
                kinds = read;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void add(Map<CertificateKind, Map<State, Days>> to, Change change) {
        Cell cell = change.cell();
        to.computeIfAbsent(cell.kind(), any -> new EnumMap<>(State.class))
                .computeIfAbsent(cell.state(), any -> new Days())
                .add(cell.day(), change.more());
    }

    /** Certificates by day: a few hundred days, walked often and changed at their end. */
    static final class Days {
        private final TreeMap<Long, Long> counts = new TreeMap<>();

        private void add(long day, long more) {
            counts.merge(day, more, Long::sum);
        }

        /** @return how many on days before this one */
        long before(long day) {
            return counts.headMap(day).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Adds those of each day from one to before another. */
        void addTo(Map<Long, Long> sums, long from, long until) {
            if (from < until) {
                counts.subMap(from, until).forEach((day, count) -> sums.merge(day, count, Long::sum));
            }
        }
    }
}
