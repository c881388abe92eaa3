package dev.chancery.db;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Measures a rebuild: CPU of the process and wall time. Not a test; arguments are a directory and how many certificates, of
 * which a tenth is revoked; a journal of so many is written there, unless the directory exists.
 */
final class RebuildRate {
    private RebuildRate() {}

    public static void main(String[] arguments) throws IOException {
        StorageSettings settings = StorageSettings.in(Path.of(arguments[0]));
        int certificates = Integer.parseInt(arguments[1]);
        if (!Files.exists(settings.journal())) {
            LargeJournal.write(settings, certificates, 10);
        }
        long wall = System.nanoTime();
        long cpu = cpu();
        Rebuilt rebuilt = Storage.rebuild(settings, Seal.lost(), Clock.systemUTC(), Progress.silent());
        System.out.printf(
                "%,d records: CPU %.1f s, wall %.1f s%n",
                rebuilt.records(),
                (cpu() - cpu) / 1e9,
                (System.nanoTime() - wall) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
