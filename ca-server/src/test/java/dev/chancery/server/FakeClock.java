package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** libfaketime: a process of its own sees another wall clock, which may jump while it runs. Its monotonic clock stays. */
final class FakeClock {
    private final Path file;
    private Duration ahead = Duration.ZERO;

    FakeClock(Path directory) throws IOException {
        this.file = directory.resolve("clock");
        set(Duration.ZERO);
    }

    /** For the process to be started. */
    Map<String, String> environment() throws IOException {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Otherwise every timed wait of the runtime ends at once, and its threads spin.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    private static Path library() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "The tests need libfaketime (in Debian the package faketime);" + " ./verify installs it"));
        }
    }

    /**
     * At once.
     *
     * @param offset to the true clock
     */
    void set(Duration offset) throws IOException {
        Path next = file.resolveSibling("clock.next");
        Files.writeString(next, String.format("%+d%n", offset.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ahead = offset;
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }
}
