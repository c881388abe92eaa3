package dev.chancery.db;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills empty tables with many certificates: indexes that grow in all places at once are made at the end, in one sorted
 * pass each. A kill on the way leaves them out; {@link #complete} makes up for it at the next start.
 */
final class BulkLoad {
    private static final int FIRST_CAPACITY = 1 << 16;

    /** With the octets of {@link LoadedSerials} and its growing, an eighth of the heap at most. */
    private static final long HEAP_FOR_EACH = 384;

    /** Index → how the migrations define it. */
    private record Index(String name, String definition) {}

    private static final List<Index> RANDOM = List.of(
            new Index(
                    "certificate_by_serial",
                    "CREATE UNIQUE INDEX IF NOT EXISTS certificate_by_serial ON certificate (serial, issuer)"),
            new Index(
                    "certificate_name_by_label",
                    "CREATE INDEX IF NOT EXISTS certificate_name_by_label ON certificate_name (label, sequence)"));

    private final WriterSql sql;
    private final LoadedSerials serials;
    private final long limit;

    private BulkLoad(WriterSql sql, long limit) {
        this.sql = sql;
        this.limit = limit;
        this.serials = new LoadedSerials(sql, FIRST_CAPACITY);
    }

    /** @param sql over empty tables */
    static BulkLoad begin(WriterSql sql) throws SQLException {
        try (Statement statement = sql.connection().createStatement()) {
            for (Index index : RANDOM) {
                statement.execute("DROP INDEX IF EXISTS " + index.name());
            }
        }
        return new BulkLoad(sql, Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH);
    }

    SerialIndex serials() {
        return serials;
    }

    /** The memory for serials is used up; it goes on with indexes. */
    boolean full() {
        return serials.size() >= limit;
    }

    /** After a commit: an index is a transaction of its own. */
    void end() throws SQLException {
        complete(sql);
    }

    /** Makes the indexes that are missing. */
    static void complete(WriterSql sql) throws SQLException {
        try (Statement statement = sql.connection().createStatement()) {
            for (Index index : RANDOM) {
                statement.execute(index.definition());
            }
        }
    }
}
