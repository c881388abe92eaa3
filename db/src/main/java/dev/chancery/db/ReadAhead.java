package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads records and takes from them what costs time on a thread of its own, ahead of the one that applies them. */
final class ReadAhead {
    private static final int RECORDS = 256;
    private static final int BATCHES = 16;

    private final JournalFiles files;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private volatile boolean stopped;
    private List<Read> collected = new ArrayList<>(RECORDS);

    /** A record, ready to be applied. */
    record Read(JournalRecord record, PreparedEvent event) {}

    /** @param failure why none follows it */
    private record Batch(List<Read> records, @Nullable Throwable failure) {
        boolean last() {
            return records.isEmpty();
        }
    }

    /** What is done with each record, in order. */
    @FunctionalInterface
    interface Taker {
        void take(Read read) throws SQLException;
    }

    ReadAhead(JournalFiles files) {
        this.files = files;
    }

    /** The records from {@code from} to {@code to}; what the reader throws, this throws. */
    void run(long from, long to, Taker taker) throws SQLException {
        Thread reader = new Thread(() -> read(from, to), "journal-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            Batch batch = take();
            while (!batch.last()) {
                for (Read read : batch.records()) {
                    taker.take(read);
                }
                batch = take();
            }
            if (batch.failure() instanceof Error error) {
                throw error;
            }
            if (batch.failure() instanceof RuntimeException failure) {
                throw failure;
            }
        } finally {
            stopped = true;
            queue.clear();
            Waiting.forEnd(reader);
        }
    }

    private Batch take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void read(long from, long to) {
        try {
            Throwable failure = failure(from, to);
            hand();
            put(new Batch(List.of(), failure));
        } catch (StoppedException e) {
            // Nobody wants more.
        }
    }

    private @Nullable Throwable failure(long from, long to) {
        try {
            files.read(from, to, this::collect);
            return null;
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private void collect(JournalRecord record) {
        collected.add(new Read(record, PreparedEvent.of(record.event())));
        if (collected.size() == RECORDS) {
            hand();
        }
    }

    private void hand() {
        if (!collected.isEmpty()) {
            put(new Batch(collected, null));
            collected = new ArrayList<>(RECORDS);
        }
    }

    private void put(Batch batch) {
        try {
            boolean taken = false;
            while (!taken) {
                if (stopped) {
                    throw new StoppedException();
                }
                taken = queue.offer(batch, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nothing interrupts the journal's reader", e);
        }
    }

    /** Leads the reader out of the files. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
