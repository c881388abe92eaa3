package dev.chancery.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds certificates by serial, idempotency key and the beginning of a label of a name, whatever their number, at a cost
 * for the one writer that does not grow with it.
 *
 * <p>So many records of the journal, one after the other, are a generation. The entries of the newest one are in memory;
 * they are written as sorted blocks in the transaction that moves the position past its end ({@link RunTable}). What is in
 * the tables is thus a function of the journal and the position alone. After a start, the newest generation is read from
 * the certificates' rows when it is first needed.
 *
 * <p>The writer changes it, on one thread; readers may look at any time. An entry may lead to a record that was taken back
 * or to another certificate than was meant: whoever asks compares with the row.
 */
final class SearchIndex {
    /** At ten million certificates a search looks at 150 of them; memory for the newest is some 30 MB. */
    static final long GENERATION = 1 << 16;

    /** A search that hits more does without the index, so more entries of one domain or profile would tell nothing. */
    private static final int ENOUGH = Candidates.FEW + 1;

    private final long size;
    /** Whether the writer is alone: nobody searches while a journal is replayed. */
    private boolean alone;

    private final Deque<Added> uncommitted = new ArrayDeque<>();
    private final Map<Long, Map<String, Integer>> shared = new HashMap<>();
    private volatile @Nullable State state;
    private @Nullable State closing;

    /** @param shared whether it was counted, as one of many with the same text */
    private record Added(IndexEntry entry, boolean shared) {}

    /**
     * @param from the first record of the newest generation
     * @param open entries from there on
     * @param filter of those, and of some that were taken back; for the writer alone
     * @param closed filters of the others, by generation
     */
    private record State(long from, OpenEntries open, ExactFilter filter, NavigableMap<Long, ExactFilter> closed) {
        State(long from, OpenEntries open, long size, NavigableMap<Long, ExactFilter> closed) {
            // A serial and a key for each.
            this(from, open, ExactFilter.forAbout(2 * (int) Math.min(size, GENERATION)), closed);
        }

        void add(IndexEntry entry) {
            filter.add(entry);
            open.add(entry);
        }

        boolean mayHold(long hash) {
            return filter.mayHold(hash) || closed.values().stream().anyMatch(one -> one.mayHold(hash));
        }
    }

    SearchIndex(long size) {
        this.size = size;
    }

    /** By the writer, before anybody else knows of this: faster, as long as nobody else asks. */
    void alone() {
        alone = true;
        state = null;
    }

    /** From now on others may ask. Nothing is uncommitted. */
    void shared() {
        alone = false;
        State now = state;
        if (now != null) {
            OpenEntries ordered = entries();
            now.open().sorted().forEach(ordered::add);
            state = new State(now.from(), ordered, now.filter(), now.closed());
        }
    }

    private OpenEntries entries() {
        return alone ? new OpenEntries.Gathered() : new OpenEntries.Shared();
    }

    /** Hands over, newest generation first, the sequences of entries with this text, as long as more are wanted. */
    void exact(WriterSql sql, String text, LongPredicate taker) throws SQLException {
        long hash = ExactFilter.hash(text);
        scan(sql, open -> open.with(text), TextRange.only(text), filter -> filter.mayHold(hash), taker);
    }

    /** By the writer: false when no entry has this text, and then it need not look for one. */
    boolean mayHold(WriterSql sql, String text) throws SQLException {
        return loaded(sql).mayHold(ExactFilter.hash(text));
    }

    /** The same for a range of texts. */
    void range(Connection connection, TextRange range, LongPredicate taker) throws SQLException {
        scan(new WriterSql(connection), open -> open.in(range), range, filter -> true, taker);
    }

    private void scan(
            WriterSql sql,
            Function<OpenEntries, Collection<IndexEntry>> open,
            TextRange range,
            Predicate<ExactFilter> wanted,
            LongPredicate taker)
            throws SQLException {
        State now = loaded(sql);
        Stopping stopping = new Stopping(taker);
        hand(open.apply(now.open()), stopping);
        RunTable runs = new RunTable(sql, size);
        for (Map.Entry<Long, ExactFilter> run : now.closed().descendingMap().entrySet()) {
            if (stopping.stopped) {
                return;
            }
            if (wanted.test(run.getValue())) {
                runs.scan(run.getKey(), range, stopping);
            }
        }
    }

    private static void hand(Collection<IndexEntry> entries, LongPredicate taker) {
        for (IndexEntry entry : entries) {
            if (!taker.test(entry.sequence())) {
                return;
            }
        }
    }

    /**
     * A generation, for one reader.
     *
     * @param from its first record
     * @param scan hands over the sequences of its entries in a range of texts, as long as more are wanted
     */
    record Generation(long from, Scan scan) {
        @FunctionalInterface
        interface Scan {
            void range(TextRange range, LongPredicate taker) throws SQLException;
        }
    }

    /** All of them, newest first, as they are now; they are read with this connection, when they are scanned. */
    List<Generation> generations(Connection connection) throws SQLException {
        WriterSql sql = new WriterSql(connection);
        State now = loaded(sql);
        RunTable runs = new RunTable(sql, size);
        List<Generation> all = new ArrayList<>();
        all.add(new Generation(now.from(), (range, taker) -> hand(now.open().in(range), taker)));
        for (long number : now.closed().descendingKeySet()) {
            all.add(new Generation(number * size, (range, taker) -> runs.scan(number, range, taker)));
        }
        return all;
    }

    /** Remembers that no more was wanted. */
    private static final class Stopping implements LongPredicate {
        private final LongPredicate taker;
        private boolean stopped;

        Stopping(LongPredicate taker) {
            this.taker = taker;
        }

        @Override
        public boolean test(long sequence) {
            stopped = !taker.test(sequence);
            return !stopped;
        }
    }

    /** By the writer: a certificate that is to have a row. */
    void add(WriterSql sql, FoundBy certificate) throws SQLException {
        add(loaded(sql), certificate);
    }

    private void add(State to, FoundBy certificate) {
        long sequence = certificate.sequence();
        put(to, new IndexEntry(IndexEntry.serial(certificate.serial()), sequence), false);
        certificate
                .idempotencyKey()
                .ifPresent(key ->
                        put(to, new IndexEntry(IndexEntry.key(certificate.kind().requester(), key), sequence), false));
        for (String label : certificate.names().labels()) {
            put(to, new IndexEntry(IndexEntry.label(label), sequence), false);
        }
        for (String domain : certificate.names().domains()) {
            putSome(to, IndexEntry.label(domain), sequence);
        }
        putSome(to, IndexEntry.profile(certificate.kind().profile()), sequence);
        putSome(to, IndexEntry.issuer(certificate.kind().issuer()), sequence);
    }

    /** Of what many certificates share. */
    private void putSome(State to, String text, long sequence) {
        if (counts(sequence).merge(text, 1, Integer::sum) <= ENOUGH) {
            put(to, new IndexEntry(text, sequence), true);
        } else {
            uncount(sequence, text);
        }
    }

    private void put(State to, IndexEntry entry, boolean counted) {
        to.add(entry);
        uncommitted.addLast(new Added(entry, counted));
    }

    private Map<String, Integer> counts(long sequence) {
        return shared.computeIfAbsent(sequence / size, generation -> new HashMap<>());
    }

    private void uncount(long sequence, String text) {
        counts(sequence).merge(text, -1, Integer::sum);
    }

    /** By the writer, before it applies this record: those from here on were taken back. */
    void forgetFrom(long sequence) {
        State now = state;
        for (Added last = uncommitted.peekLast();
                now != null && last != null && last.entry().sequence() >= sequence;
                last = uncommitted.peekLast()) {
            uncommitted.removeLast();
            now.open().remove(last.entry());
            if (last.shared()) {
                uncount(last.entry().sequence(), last.entry().text());
            }
        }
    }

    /** By the writer, in the transaction that moves the position there: writes the generations that end with it. */
    void close(WriterSql sql, long position) throws SQLException {
        long from = open(position);
        State before = loaded(sql);
        if (from == before.from()) {
            return;
        }
        State after = new State(from, entries(), size, new TreeMap<>(before.closed()));
        Map<Long, List<IndexEntry>> ending = new TreeMap<>();
        for (IndexEntry entry : before.open().sorted()) {
            if (entry.sequence() < from) {
                ending.computeIfAbsent(entry.sequence() / size, generation -> new ArrayList<>())
                        .add(entry);
            } else {
                after.add(entry);
            }
        }
        RunTable runs = new RunTable(sql, size);
        for (Map.Entry<Long, List<IndexEntry>> run : ending.entrySet()) {
            after.closed().put(run.getKey(), runs.insert(run.getKey(), run.getValue()));
        }
        closing = after;
    }

    /** By the writer: the transaction is committed. */
    void committed() {
        uncommitted.clear();
        State next = closing;
        if (next != null) {
            shared.keySet().removeIf(generation -> generation * size < next.from());
            state = next;
            closing = null;
        }
    }

    private long open(long position) {
        return (position + 1) / size * size;
    }

    private State loaded(WriterSql sql) throws SQLException {
        State now = state;
        return now != null ? now : load(sql);
    }

    /** Nothing is uncommitted now, since the writer loads before it adds anything. */
    private synchronized State load(WriterSql sql) throws SQLException {
        State now = state;
        if (now == null) {
            long from = open(new PositionTable(sql).read().sequence());
            now = new State(from, entries(), size, new RunTable(sql, size).filters());
            for (FoundBy certificate : FoundBy.rowsFrom(sql, from)) {
                add(now, certificate);
            }
            uncommitted.clear();
            state = now;
        }
        return now;
    }
}
