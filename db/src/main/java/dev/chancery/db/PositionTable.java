package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.sql.SQLException;

/** How far the tables have followed the journal; changed in the same transaction as they are. */
final class PositionTable {
    private static final String READ = "SELECT sequence, recorded_at, hash FROM journal_position WHERE id = 1";
    private static final String UPDATE =
            "UPDATE journal_position SET sequence = ?, recorded_at = ?, hash = ? WHERE id = 1";
    private static final String INSERT =
            "INSERT INTO journal_position (id, sequence, recorded_at, hash) VALUES (1, ?, ?, ?)";

    private final WriterSql sql;

    PositionTable(WriterSql sql) {
        this.sql = sql;
    }

    JournalHead read() throws SQLException {
        return sql.one(
                        READ,
                        row -> new JournalHead(
                                row.getLong(1), Micros.instant(row.getLong(2)), Der.fromHex(row.getString(3))))
                .orElse(JournalHead.BEGINNING);
    }

    void move(JournalHead head) throws SQLException {
        Object[] row = {head.sequence(), Micros.of(head.time()), head.hash().hex()};
        if (sql.update(UPDATE, row) == 0) {
            sql.update(INSERT, row);
        }
    }
}
