package dev.chancery.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** All that a certificate can be found by. */
record FoundBy(long sequence, String serial, String requester, Optional<String> idempotencyKey, SearchNames names) {
    private static final String ROWS = "SELECT sequence, serial, requester, idempotency_key, names FROM certificate"
            + " WHERE sequence >= ? ORDER BY sequence";

    static FoundBy of(IssuedCertificate certificate, long sequence) {
        return new FoundBy(
                sequence,
                certificate.serial(),
                certificate.event().requester(),
                certificate.event().idempotencyKey(),
                certificate.names());
    }

    /** Those that have a row, from this record on. */
    static List<FoundBy> rowsFrom(WriterSql sql, long sequence) throws SQLException {
        return sql.list(
                ROWS,
                row -> new FoundBy(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)),
                        SearchNames.ofMarked(row.getString(5))),
                sequence);
    }
}
