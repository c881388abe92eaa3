package dev.chancery.core.profile;

import java.time.Instant;

/**
 * How long certificates are valid.
 *
 * @param standard when the request says nothing
 * @param maximum the most that a request may ask for
 */
public record ValidityRule(ValidityLength standard, ValidityLength maximum) {
    /** A year from here has 366 days, so "1 year" is not taken for 365. */
    private static final Instant BEFORE_A_LEAP_DAY = Instant.parse("2023-03-01T00:00:00Z");

    public ValidityRule {
        if (standard.addTo(BEFORE_A_LEAP_DAY).isAfter(maximum.addTo(BEFORE_A_LEAP_DAY))) {
            throw new IllegalArgumentException(
                    "standard, " + standard.words() + ", is longer than maximum, " + maximum.words());
        }
    }
}
