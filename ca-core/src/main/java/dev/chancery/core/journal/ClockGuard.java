package dev.chancery.core.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time, for whoever signs: refused when it has run backwards (SECURITY.md rule 17). */
public final class ClockGuard {
    /** How far the clock may stand before the last record; clocks are corrected by seconds, not by minutes. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Journal journal;
    private final Clock clock;

    public ClockGuard(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the clock says.
     *
     * @throws ClockFaultException when the clock stands more than {@link #TOLERANCE} before the last record
     */
    public Instant now() {
        Instant now = clock.instant();
        journal.lastTime().filter(last -> now.isBefore(last.minus(TOLERANCE))).ifPresent(last -> {
            throw new ClockFaultException(now, last);
        });
        return now;
    }
}
