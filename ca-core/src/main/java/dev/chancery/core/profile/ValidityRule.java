package dev.chancery.core.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long certificates are valid.
 *
 * @param standard when the request says nothing
 * @param maximum the most that a request may ask for
 * @param notBeyond the last second of every certificate, whatever its length
 * @param backdate how far notBefore lies before the moment of issuing, though never before the issuer's own; 5 minutes where
 *     it is not written
 */
public record ValidityRule(
        ValidityLength standard, ValidityLength maximum, Optional<ValidUntil> notBeyond, Optional<Duration> backdate) {
    /** A year from here has 366 days, so "1 year" is not taken for 365. */
    private static final Instant BEFORE_A_LEAP_DAY = Instant.parse("2023-03-01T00:00:00Z");

    /** For relying parties whose clocks are behind: to them a certificate made just now would come from the future. */
    private static final Duration USUAL_BACKDATING = Duration.ofMinutes(5);

    private static final Duration MOST_BACKDATING = Duration.ofDays(2);

    public ValidityRule {
        if (standard.addTo(BEFORE_A_LEAP_DAY).isAfter(maximum.addTo(BEFORE_A_LEAP_DAY))) {
            throw new IllegalArgumentException(
                    "standard: " + standard.words() + " is longer than maximum, " + maximum.words());
        }
        if (backdate.filter(time -> time.isNegative() || time.compareTo(MOST_BACKDATING) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("backdate: is 0 minutes to 2 days, not " + backdate.get());
        }
        if (backdate.filter(time -> !BEFORE_A_LEAP_DAY.plus(time).isBefore(maximum.addTo(BEFORE_A_LEAP_DAY)))
                .isPresent()) {
            throw new IllegalArgumentException("backdate: leaves nothing of maximum, " + maximum.words()
                    + ", which counts from notBefore; write less, 0 minutes to 2 days");
        }
    }

    public ValidityRule(ValidityLength standard, ValidityLength maximum) {
        this(standard, maximum, Optional.empty(), Optional.empty());
    }

    public Duration backdating() {
        return backdate.orElse(USUAL_BACKDATING);
    }
}
