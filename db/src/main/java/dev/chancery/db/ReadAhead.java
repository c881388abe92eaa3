package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads records ahead of the thread that applies them: one thread reads lines, others, as many as there are cores but for
 * one, make records of them and take from those what costs time. They are handed over in order.
 */
final class ReadAhead {
    private static final int RECORDS = 128;
    /** Of lines in a batch, but for the last of it: long ones, in all batches that wait, must not fill the memory. */
    private static final int OCTETS = 1 << 19;

    private static final int BATCHES = 16;

    private final JournalFiles files;
    private final RecordChain chain;
    private final BlockingQueue<CompletableFuture<List<Ahead>>> queue = new ArrayBlockingQueue<>(BATCHES);
    private volatile boolean stopped;
    private List<StoredLine> collected = new ArrayList<>(RECORDS);
    private long octets;

    /** A record, ready to be applied. */
    record Read(JournalRecord record, PreparedEvent event) {
        static Read of(JournalRecord record) {
            return new Read(record, PreparedEvent.of(record.event()));
        }
    }

    /** @param reading gives the record at once, or when it is its turn */
    private record Ahead(StoredLine line, Supplier<Read> reading) {}

    /** What is done with each record, in order. */
    @FunctionalInterface
    interface Taker {
        void take(Read read) throws SQLException;
    }

    ReadAhead(JournalFiles files) {
        this.files = files;
        this.chain = files.chain();
    }

    /** The records from {@code from} to {@code to}; what reading throws, this throws. */
    void run(long from, long to, Taker taker) throws SQLException {
        ExecutorService workers = workers();
        Thread reader = new Thread(() -> read(from, to, workers), "journal-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            List<Ahead> batch = take();
            while (!batch.isEmpty()) {
                for (Ahead ahead : batch) {
                    Read read = ahead.reading().get();
                    chain.follow(ahead.line(), read.record());
                    taker.take(read);
                }
                batch = take();
            }
        } finally {
            stopped = true;
            queue.clear();
            Waiting.forEnd(reader);
            workers.shutdownNow();
        }
    }

    private static ExecutorService workers() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "journal-parser");
            thread.setDaemon(true);
            return thread;
        });
    }

    private List<Ahead> take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take().join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void read(long from, long to, ExecutorService workers) {
        try {
            files.lines(from, to, line -> collect(line, workers));
            hand(workers);
            put(CompletableFuture.completedFuture(List.of()));
        } catch (StoppedException e) {
            // Nobody wants more.
        } catch (RuntimeException | Error e) {
            end(workers, e);
        }
    }

    private void end(ExecutorService workers, Throwable failure) {
        try {
            hand(workers);
            put(CompletableFuture.failedFuture(failure));
        } catch (StoppedException e) {
            // Nobody wants to know.
        }
    }

    private void collect(StoredLine line, ExecutorService workers) {
        collected.add(line);
        octets += line.octets().length();
        if (collected.size() == RECORDS || octets >= OCTETS) {
            hand(workers);
        }
    }

    private void hand(ExecutorService workers) {
        if (!collected.isEmpty()) {
            List<StoredLine> lines = collected;
            collected = new ArrayList<>(RECORDS);
            octets = 0;
            put(CompletableFuture.supplyAsync(
                    () -> lines.stream().map(this::ahead).toList(), workers));
        }
    }

    /** A line that is no record stops those who come to it, not those who read ahead. */
    private Ahead ahead(StoredLine line) {
        if (chain.inTurn(line)) {
            return new Ahead(line, () -> prepared(line));
        }
        try {
            Read read = prepared(line);
            return new Ahead(line, () -> read);
        } catch (JournalCorruptException e) {
            return new Ahead(line, () -> {
                throw e;
            });
        }
    }

    private Read prepared(StoredLine line) {
        return Read.of(chain.read(line));
    }

    private void put(CompletableFuture<List<Ahead>> batch) {
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
