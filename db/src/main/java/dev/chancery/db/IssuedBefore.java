package dev.chancery.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a serial or an idempotency key was used, and by which record. What the index finds, a row has to confirm. */
final class IssuedBefore {
    private static final String IS = "SELECT 1 FROM certificate WHERE sequence = ? AND serial = ? AND issuer = ?";
    private static final String HAS_KEY =
            "SELECT 1 FROM certificate WHERE sequence = ? AND requester = ? AND idempotency_key = ?";

    private final WriterSql sql;
    private final SearchIndex index;
    private final Step beforeRows;

    /** Something to do with the tables. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /**
     * @param sql for this thread alone
     * @param beforeRows done before rows are looked at
     */
    IssuedBefore(WriterSql sql, SearchIndex index, Step beforeRows) {
        this.sql = sql;
        this.index = index;
        this.beforeRows = beforeRows;
    }

    /** The record that issued a serial. */
    Optional<Long> serial(String issuer, String serial) throws SQLException {
        return confirmed(IndexEntry.serial(serial), IS, serial, issuer);
    }

    /** The record that issued the certificate of a requester's idempotency key. */
    Optional<Long> key(String requester, String key) throws SQLException {
        return confirmed(IndexEntry.key(requester, key), HAS_KEY, requester, key);
    }

    private Optional<Long> confirmed(String text, String select, String first, String second) throws SQLException {
        if (!index.mayHold(sql, text)) {
            return Optional.empty();
        }
        List<Long> found = new ArrayList<>();
        index.exact(sql, text, found::add);
        if (!found.isEmpty()) {
            beforeRows.run();
        }
        for (long sequence : found) {
            if (sql.exists(select, sequence, first, second)) {
                return Optional.of(sequence);
            }
        }
        return Optional.empty();
    }
}
