package dev.chancery.db;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notices a write step that takes too long: H2 can deadlock on an I/O error, and a disk can hang. */
final class StepWatch implements AutoCloseable {
    /** A step and when it began, by a clock that never jumps. */
    private record Step(String name, long startNanos) {}

    private final Watchdog watchdog;
    private final Duration limit;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Step current;

    StepWatch(Watchdog watchdog, Duration limit) {
        this.watchdog = watchdog;
        this.limit = limit;
    }

    StepWatch start() {
        Thread thread = new Thread(this::watch, "journal-watchdog");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    void begin(String step) {
        current = new Step(step, System.nanoTime());
    }

    void end() {
        current = null;
    }

    private void watch() {
        try {
            while (!closed.await(limit.toMillis() / 10, TimeUnit.MILLISECONDS)) {
                Step step = current;
                if (step != null && System.nanoTime() - step.startNanos() > limit.toNanos()) {
                    watchdog.stuck(step.name(), Duration.ofNanos(System.nanoTime() - step.startNanos()));
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
