package dev.chancery.db;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many certificates of each state end on which day, for each requester: counts over millions of certificates are sums
 * over a few hundred rows. Expiry needs no event, since a day in the past has expired.
 */
final class TallyTable {
    private static final String ADD = "UPDATE certificate_tally SET certificates = certificates + ?"
            + " WHERE requester = ? AND state = ? AND last_day = ?";
    private static final String INSERT =
            "INSERT INTO certificate_tally (certificates, requester, state, last_day) VALUES (?, ?, ?, ?)";

    private final WriterSql sql;
    private final Map<Row, Long> changes = new TreeMap<>();

    /** Neither revoked nor held, held, or revoked. */
    enum State {
        LIVE,
        HELD,
        REVOKED
    }

    private record Row(String requester, State state, long day) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byRequester = requester.compareTo(other.requester);
            int byState = byRequester != 0 ? byRequester : state.compareTo(other.state);
            return byState != 0 ? byState : Long.compare(day, other.day);
        }
    }

    TallyTable(WriterSql sql) {
        this.sql = sql;
    }

    /** @param notAfter in microseconds */
    void add(String requester, State state, long notAfter, long change) {
        changes.merge(new Row(requester, state, Micros.day(notAfter)), change, Long::sum);
    }

    void flush() throws SQLException {
        for (Map.Entry<Row, Long> change : changes.entrySet()) {
            Row row = change.getKey();
            Object[] parameters = {
                change.getValue(), row.requester(), row.state().name(), row.day()
            };
            if (change.getValue() != 0 && sql.update(ADD, parameters) == 0) {
                sql.update(INSERT, parameters);
            }
        }
        forget();
    }

    /** Drops what was collected, after a rollback. */
    void forget() {
        changes.clear();
    }
}
