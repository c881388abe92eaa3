package dev.chancery.db;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notices a write step that takes too long: H2 can deadlock on an I/O error, and a disk can hang. */
final class StepWatch implements AutoCloseable {
    private final Watchdog watchdog;
    private final Duration limit;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();

    StepWatch(Watchdog watchdog, Duration limit) {
        this.watchdog = watchdog;
        this.limit = limit;
    }

    /** A step and when it began, by a clock that never jumps. */
    private record Step(String name, long startNanos) {}

    /** The steps of one thread, one after the other. */
    static final class Lane {
        private volatile @Nullable Step current;

        void begin(String step) {
            current = new Step(step, System.nanoTime());
        }

        void end() {
            current = null;
        }
    }

    StepWatch start() {
        Thread thread = new Thread(this::watch, "journal-watchdog");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** For a thread of its own. */
    Lane lane() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    private void watch() {
        try {
            while (!closed.await(limit.toMillis() / 10, TimeUnit.MILLISECONDS)) {
                for (Lane lane : lanes) {
                    Step step = lane.current;
                    if (step != null && System.nanoTime() - step.startNanos() > limit.toNanos()) {
                        watchdog.stuck(step.name(), Duration.ofNanos(System.nanoTime() - step.startNanos()));
                        return;
                    }
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
