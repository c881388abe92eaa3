package dev.chancery.web.auth;

import java.time.Duration;

/**
 * How long a browser stays signed in.
 *
 * @param idle without a request
 * @param longest from sign-in on, whatever happens
 * @param maximum sessions at the same time; beyond it the one unused for longest ends
 */
public record SessionSettings(Duration idle, Duration longest, int maximum) {
    public SessionSettings {
        if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "a session's idle time (" + idle + ") is positive and not above its longest (" + longest + ")");
        }
        if (maximum < 1) {
            throw new IllegalArgumentException("at least one session must be possible, not " + maximum);
        }
    }

    /** 15 minutes idle, 8 hours at most (SECURITY.md rule 21). */
    public static SessionSettings standard() {
        return new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(8), 10_000);
    }
}
