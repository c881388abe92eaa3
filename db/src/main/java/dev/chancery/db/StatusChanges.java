package dev.chancery.db;

import dev.chancery.core.x509.SerialNumber;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often the status of certificates has changed since the start: of all, and by serial, some of which share a counter.
 * One thread adds, after the change is committed and before it is acknowledged.
 */
final class StatusChanges {
    /** 64 KB of memory; a change makes one answer of so many be looked up again beside its own. */
    private static final int COUNTERS = 1 << 13;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);
    private final LongAdder all = new LongAdder();

    void add(SerialNumber serial) {
        counters.incrementAndGet(counter(serial));
        all.increment();
    }

    long of(SerialNumber serial) {
        return counters.get(counter(serial));
    }

    long all() {
        return all.sum();
    }

    /** Our serials are random in every bit. */
    private static int counter(SerialNumber serial) {
        return serial.value().intValue() & (COUNTERS - 1);
    }
}
