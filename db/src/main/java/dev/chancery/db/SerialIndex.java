package dev.chancery.db;

import java.sql.SQLException;
import java.util.Optional;

/** Finds the record that issued a serial. */
interface SerialIndex {
    Optional<Long> sequence(String issuer, String serial) throws SQLException;

    /** A certificate that was collected, and may not be in the tables yet. */
    void add(String issuer, String serial, long sequence);

    /** The tables' own index. */
    static SerialIndex stored(WriterSql sql) {
        return new SerialIndex() {
            @Override
            public Optional<Long> sequence(String issuer, String serial) throws SQLException {
                return sql.one(
                        "SELECT sequence FROM certificate WHERE serial = ? AND issuer = ?",
                        row -> row.getLong(1),
                        serial,
                        issuer);
            }

            @Override
            public void add(String issuer, String serial, long sequence) {
                // The row's own insertion does it.
            }
        };
    }
}
