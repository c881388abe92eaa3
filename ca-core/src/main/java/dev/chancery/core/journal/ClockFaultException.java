package dev.chancery.core.journal;

import java.time.Instant;

/** The clock stands before what is already recorded, so no date that is signed now could be trusted. */
public final class ClockFaultException extends RuntimeException {
    ClockFaultException(Instant now, Instant recorded) {
        super("The clock of this server says " + now + ", but the journal's last record is of " + recorded
                + ". Nothing is signed while the clock is more than " + ClockGuard.TOLERANCE.toMinutes()
                + " minutes behind: set it right, or wait until it has caught up (SECURITY.md rule 17).");
    }
}
