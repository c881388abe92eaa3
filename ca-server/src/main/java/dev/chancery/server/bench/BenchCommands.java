package dev.chancery.server.bench;

import dev.chancery.server.command.CommandGroup;
import dev.chancery.server.command.Surroundings;
import picocli.CommandLine;

/** The list of measurements. */
public final class BenchCommands {
    private BenchCommands() {}

    public static CommandLine group(Surroundings here, Workshop.Opener opener) {
        return CommandGroup.of(
                "Measures this machine: each figure beside the physical limit of the same run.",
                new IssueBench(here),
                new StoreBench(here, opener),
                new CrlBench(here, opener),
                new ServeBench(here, opener),
                new OcspBench(here, opener));
    }
}
