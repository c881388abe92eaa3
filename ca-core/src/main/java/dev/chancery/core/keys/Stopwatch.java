package dev.chancery.core.keys;

import java.security.GeneralSecurityException;
import java.time.Duration;

/** Times what takes microseconds to milliseconds: the best of a few runs, since whatever disturbs a run makes it longer. */
final class Stopwatch {
    private static final int RUNS = 5;

    private final Duration budget;

    /** @param budget for all runs together; what takes longer is run once */
    Stopwatch(Duration budget) {
        this.budget = budget;
    }

    /** What is timed. */
    @FunctionalInterface
    interface Operation {
        void run() throws GeneralSecurityException;
    }

    Duration time(Operation operation) throws GeneralSecurityException {
        long share = Math.max(1, budget.toNanos() / RUNS);
        long end = System.nanoTime() + share * (RUNS - 1);
        long best = run(operation, share);
        while (System.nanoTime() < end) {
            best = Math.min(best, run(operation, share));
        }
        return Duration.ofNanos(best);
    }

    /** Nanoseconds for one operation. */
    private static long run(Operation operation, long nanos) throws GeneralSecurityException {
        long began = System.nanoTime();
        long passed;
        int count = 0;
        do {
            operation.run();
            count++;
            passed = System.nanoTime() - began;
        } while (passed < nanos);
        return Math.max(1, passed / count);
    }
}
