package dev.chancery.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks in advance whether the disk is going to be full: then the journal would fail, and nothing be issued or revoked. */
final class FreeSpace {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    private static final long LITTLE = 1L << 30;

    private final Path directory;
    private final Disk disk;

    /** Octets that may still be written. */
    @FunctionalInterface
    interface Disk {
        long usable(Path directory) throws IOException;

        static Disk real() {
            return directory -> Files.getFileStore(directory).getUsableSpace();
        }
    }

    FreeSpace(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    long octets() {
        try {
            return disk.usable(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be asked for its free space: " + e.getMessage(), e);
        }
    }

    Optional<String> warning() {
        long free = octets();
        return free >= LITTLE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Only %,d MiB are free in %s. When nothing is, nothing more is issued or revoked: make room.",
                        free >> 20,
                        directory));
    }

    /** At the start, and whenever the journal has grown by a segment. */
    void look() {
        try {
            warning().ifPresent(LOG::warn);
        } catch (UncheckedIOException e) {
            LOG.warn(e.getMessage());
        }
    }
}
