package dev.chancery.publisher.ocsp;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks into the ledger on threads of its own, so that the listener's never wait for a disk (SECURITY.md rule 23). When too
 * many wait, more are sent away.
 */
final class Lookups implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 2048;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "ocsp-lookup");
                thread.setDaemon(true);
                return thread;
            });

    Lookups() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** @return whether it will be done */
    boolean begin(Runnable lookup) {
        try {
            threads.execute(lookup);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
