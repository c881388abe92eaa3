package dev.chancery.core.fuzz;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** The processor time of one input, and the most that SECURITY.md rule 24 allows it. */
final class InputTime {
    private static final long MOST_MILLIS = 200;
    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);

    private InputTime() {}

    /**
     * Nanoseconds.
     *
     * @throws AssertionError when it takes too long, every time
     */
    static long of(Runnable input) {
        long spent = once(input);
        if (spent > MOST) {
            // A compiler or collector may have worked on this thread: what is slow by itself is slow again.
            spent = Math.min(once(input), once(input));
        }
        if (spent > MOST) {
            throw new AssertionError(TimeUnit.NANOSECONDS.toMillis(spent) + " ms of processor time");
        }
        return spent;
    }

    private static long once(Runnable input) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        input.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
