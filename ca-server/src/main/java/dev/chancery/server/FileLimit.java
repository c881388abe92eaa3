package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many files, and so connections, this process may have open ({@code ulimit -n}; the Java runtime has raised the soft
 * limit to the hard one).
 *
 * @param files the limit
 */
record FileLimit(long files) {
    /** For the journal, the database, jars, and what else is not a connection. */
    private static final int RESERVED = 256;

    private static final int WHERE_UNKNOWN = 4096;

    static FileLimit ofThisProcess() {
        try {
            return of(Files.readAllLines(Path.of("/proc/self/limits")));
        } catch (IOException e) {
            return new FileLimit(WHERE_UNKNOWN); // no Linux
        }
    }

    /** @param limits lines such as {@code Max open files            1024                 524288               files} */
    static FileLimit of(List<String> limits) {
        return limits.stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.substring("Max open files".length()).strip().split("\\s+", 2)[0])
                .map(soft -> new FileLimit(soft.matches("\\d{1,18}") ? Long.parseLong(soft) : Integer.MAX_VALUE))
                .findFirst()
                .orElse(new FileLimit(WHERE_UNKNOWN));
    }

    int forConnections() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(128, files - RESERVED));
    }
}
