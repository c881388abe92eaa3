package dev.chancery.db;

import java.time.Duration;

/** Told when a write step does not come back (SECURITY.md rule 15); the composition root ends the process. */
@FunctionalInterface
public interface Watchdog {
    /** @param step what the writer was doing: {@code apply}, {@code write}, {@code flush}, {@code commit} */
    void stuck(String step, Duration since);
}
