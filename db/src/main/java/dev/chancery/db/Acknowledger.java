package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes futures on a thread of its own: waking a batch of waiting threads takes longer than writing it, and what
 * callers hang onto a future must not run in the writer.
 */
final class Acknowledger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "journal-acknowledger");
    private volatile boolean closed;

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void acknowledge(List<QueuedEntry> batch, List<AppendOutcome> outcomes) {
        List<QueuedEntry> entries = List.copyOf(batch);
        work.add(() -> {
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).future().complete(outcomes.get(i));
            }
        });
    }

    /** After what was acknowledged before; an entry that was is not touched. */
    void fail(List<QueuedEntry> batch, RuntimeException failure) {
        List<QueuedEntry> entries = List.copyOf(batch);
        work.add(() -> entries.forEach(entry -> entry.future().completeExceptionally(failure)));
    }

    private void run() {
        try {
            while (!closed || !work.isEmpty()) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            LOG.error("The journal's acknowledger was interrupted; nothing here does that", e);
        }
    }

    @Override
    public void close() {
        work.add(() -> closed = true);
        Waiting.forEnd(thread);
    }
}
