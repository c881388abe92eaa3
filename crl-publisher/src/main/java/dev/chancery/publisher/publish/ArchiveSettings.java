package dev.chancery.publisher.publish;

import java.time.Duration;

/**
 * How long the files of earlier CRLs stay.
 *
 * @param keep since their publication
 * @param megabytes all files of one list together, the oldest go first
 */
public record ArchiveSettings(Duration keep, long megabytes) {
    private static final long MEGABYTE = 1_000_000;

    public ArchiveSettings {
        if (megabytes < 0 || megabytes > Long.MAX_VALUE / MEGABYTE) {
            throw new IllegalArgumentException(
                    "megabytes must be 0 or more, and below " + Long.MAX_VALUE / MEGABYTE + ", not " + megabytes);
        }
    }

    public static ArchiveSettings defaults() {
        return new ArchiveSettings(Duration.ofDays(365), 1_000);
    }

    long octets() {
        return megabytes * MEGABYTE;
    }
}
