package dev.chancery.db;

import java.time.Clock;

/** What storage is given from outside; tests replace its parts. */
record Environment(Seal seal, Clock clock, Watchdog watchdog, CrashPoints crashPoints, JournalDisk disk) {
    Environment(Seal seal, Clock clock, Watchdog watchdog) {
        this(seal, clock, watchdog, CrashPoints.none(), JournalDisk.real());
    }

    Environment with(CrashPoints others) {
        return new Environment(seal, clock, watchdog, others, disk);
    }

    Environment with(JournalDisk other) {
        return new Environment(seal, clock, watchdog, crashPoints, other);
    }
}
