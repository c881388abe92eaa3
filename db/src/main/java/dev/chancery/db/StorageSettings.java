package dev.chancery.db;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how to keep things.
 *
 * @param dataDirectory holds {@code journal/} and {@code db/}
 * @param readers connections for reading
 * @param queueCapacity entries that may wait for the journal; more are turned away
 * @param batchLimit entries that share one flush at most
 * @param segmentOctets size at which the journal begins a new file
 * @param stepLimit how long a write step may take before the watchdog is told
 */
public record StorageSettings(
        Path dataDirectory, int readers, int queueCapacity, int batchLimit, long segmentOctets, Duration stepLimit) {
    public StorageSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        if (readers < 1 || queueCapacity < 1 || batchLimit < 1 || segmentOctets < 1 || stepLimit.toMillis() < 10) {
            throw new IllegalArgumentException("readers, capacity, limits and sizes are at least 1, and a step 10 ms");
        }
    }

    public static StorageSettings in(Path dataDirectory) {
        return new StorageSettings(dataDirectory, 8, 4096, 512, 64L << 20, Duration.ofSeconds(10));
    }

    Path journal() {
        return dataDirectory.resolve("journal");
    }

    Path database() {
        return dataDirectory.resolve("db");
    }
}
