package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.server.command.report.CommandFailedException;
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
            defaultValue = "15",
            description = "Seconds of load before the first figure. Default: ${DEFAULT-VALUE}")
    private int warmUp = 15;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    int connections() {
        return positive("--connections", connections);
    }

    int seconds() {
        return positive("--seconds", seconds);
    }

    int warmUp() {
        return positive("--warm-up", warmUp);
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
