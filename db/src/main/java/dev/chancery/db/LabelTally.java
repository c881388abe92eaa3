package dev.chancery.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps domains that every name ends with from filling the index of names. A search that hits more than
 * {@link Candidates#FEW} of its rows does without it, so rows of one domain beyond that tell nothing. This halves the rows
 * of a usual certificate.
 */
final class LabelTally {
    private static final int ENOUGH = Candidates.FEW + 1;
    private static final int REMEMBERED = 20_000;
    private static final String READ = "SELECT certificates FROM label_tally WHERE label = ?";
    private static final String UPDATE = "UPDATE label_tally SET certificates = ? WHERE label = ?";
    private static final String INSERT = "INSERT INTO label_tally (certificates, label) VALUES (?, ?)";

    private final WriterSql sql;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> changed = new LinkedHashSet<>();

    private static final class Count {
        private int certificates;
        private boolean stored;

        Count(Optional<Integer> found) {
            certificates = found.orElse(0);
            stored = found.isPresent();
        }
    }

    LabelTally(WriterSql sql) {
        this.sql = sql;
    }

    /** Whether one more certificate is to be found by this domain; if so, it is counted. */
    boolean takes(String domain) throws SQLException {
        Count count = counts.get(domain);
        if (count == null) {
            count = new Count(sql.one(READ, row -> row.getInt(1), domain));
            counts.put(domain, count);
        }
        if (count.certificates >= ENOUGH) {
            return false;
        }
        count.certificates++;
        changed.add(domain);
        return true;
    }

    void flush() throws SQLException {
        List<Object[]> added = new ArrayList<>();
        List<Object[]> grown = new ArrayList<>();
        for (String domain : changed) {
            Count count = counts.get(domain);
            if (count != null) {
                (count.stored ? grown : added).add(new Object[] {count.certificates, domain});
                count.stored = true;
            }
        }
        changed.clear();
        sql.batch(UPDATE, grown);
        sql.batch(INSERT, added);
        trim();
    }

    /** The least recently used go; they stand in the table. */
    private void trim() {
        Iterator<String> oldest = counts.keySet().iterator();
        for (int i = counts.size(); i > REMEMBERED; i--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** After a rollback. */
    void forget() {
        counts.clear();
        changed.clear();
    }
}
