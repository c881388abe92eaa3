package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.server.command.report.CommandFailedException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every measurement over HTTP takes. */
final class BenchOptions {
    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "Keep-alive connections. Default: ${DEFAULT-VALUE}")
    private int connections = 32;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each measurement takes. Default: ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = {
                "Seconds of load before the first figure. Default: until the server",
                "hardly compiles any more, 300 at most."
            })
    private Optional<Integer> warmUp = Optional.empty();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    int connections() {
        return positive("--connections", connections);
    }

    int seconds() {
        return positive("--seconds", seconds);
    }

    /** Empty: as long as it takes. */
    Optional<Integer> warmUp() {
        return warmUp.map(seconds -> positive("--warm-up", seconds));
    }

    boolean json() {
        return json;
    }

    static KeyAlgorithm key(String option, String label) {
        try {
            return KeyAlgorithm.of(label);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.wrongUsage(option + ": " + e.getMessage());
        }
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw CommandFailedException.wrongUsage(option + " must be 1 or more, not " + value);
        }
        return value;
    }
}
