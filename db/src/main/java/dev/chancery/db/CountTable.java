package dev.chancery.db;

import dev.chancery.core.ledger.CertificateKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many certificates of each kind and state end on which day, and how many were issued on which: whoever counts
 * millions of certificates reads a few thousand rows. Expiry needs no event, since a day in the past has expired.
 */
final class CountTable {
    private static final String ADD = "UPDATE certificate_count SET certificates = certificates + ?"
            + " WHERE requester = ? AND profile = ? AND issuer = ? AND state = ? AND count_day = ?";
    private static final String INSERT = "INSERT INTO certificate_count"
            + " (certificates, requester, profile, issuer, state, count_day) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ALL = "SELECT requester, profile, issuer, state, count_day, certificates"
            + " FROM certificate_count WHERE certificates <> 0";

    private final WriterSql sql;
    private final Census census;
    private final Map<Cell, Long> collected = new TreeMap<>();
    private final List<Change> written = new ArrayList<>();
    private int marked;

    /** By the day on which they end: neither revoked nor held, held, or revoked; and by the day of issuance. */
    enum State {
        LIVE,
        HELD,
        REVOKED,
        ISSUED
    }

    /** What is counted together. */
    record Cell(CertificateKind kind, State state, long day) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byKind = kind.compareTo(other.kind);
            int byState = byKind != 0 ? byKind : state.compareTo(other.state);
            return byState != 0 ? byState : Long.compare(day, other.day);
        }
    }

    /** So many more. */
    record Change(Cell cell, long more) {}

    CountTable(WriterSql sql, Census census) {
        this.sql = sql;
        this.census = census;
    }

    /** @param time in microseconds: the end, or the time of issuance */
    void add(CertificateKind kind, State state, long time, long more) {
        collected.merge(new Cell(kind, state, Micros.day(time)), more, Long::sum);
    }

    void flush() throws SQLException {
        for (Map.Entry<Cell, Long> change : collected.entrySet()) {
            if (change.getValue() != 0) {
                write(change.getKey(), change.getValue());
            }
        }
        forget();
    }

    private void write(Cell cell, long more) throws SQLException {
        CertificateKind kind = cell.kind();
        Object[] parameters = {
            more, kind.requester(), kind.profile(), kind.issuer(), cell.state().name(), cell.day()
        };
        if (sql.update(ADD, parameters) == 0) {
            sql.update(INSERT, parameters);
        }
        written.add(new Change(cell, more));
    }

    /** Drops what was collected, after a rollback. */
    void forget() {
        collected.clear();
    }

    /** What was written since is undone by {@link #takeBack}. */
    void mark() {
        marked = written.size();
    }

    void takeBack() {
        forget();
        written.subList(marked, written.size()).clear();
    }

    /** Commits, so that whoever counts sees all of the transaction or nothing. */
    void commit() throws SQLException {
        census.commit(written, sql.connection());
        written.clear();
        marked = 0;
    }

    static List<Change> all(WriterSql sql) throws SQLException {
        return sql.list(
                ALL,
                row -> new Change(
                        new Cell(
                                new CertificateKind(row.getString(3), row.getString(2), row.getString(1)),
                                State.valueOf(row.getString(4)),
                                row.getLong(5)),
                        row.getLong(6)));
    }
}
