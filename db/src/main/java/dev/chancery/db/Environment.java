package dev.chancery.db;

import java.time.Clock;

/**
 * What storage is given from outside; tests replace its parts.
 *
 * @param generation how many records are one in {@link SearchIndex}; always the same for one database
 */
record Environment(
        Seal seal, Clock clock, Watchdog watchdog, CrashPoints crashPoints, JournalDisk disk, long generation) {
    Environment(Seal seal, Clock clock, Watchdog watchdog) {
        this(seal, clock, watchdog, CrashPoints.none(), JournalDisk.real(), SearchIndex.GENERATION);
    }

    Environment with(CrashPoints others) {
        return new Environment(seal, clock, watchdog, others, disk, generation);
    }

    Environment with(JournalDisk other) {
        return new Environment(seal, clock, watchdog, crashPoints, other, generation);
    }

    Environment with(long otherGeneration) {
        return new Environment(seal, clock, watchdog, crashPoints, disk, otherGeneration);
    }
}
