package dev.chancery.core.crl;

import java.time.Duration;

/**
 * The times of a CA's full CRL.
 *
 * @param lifetime from thisUpdate (before backdating) to nextUpdate
 * @param interval between scheduled publications, at most half of the lifetime (STANDARDS.md, CRLs 9)
 * @param backdate how far thisUpdate is set back for skewed clocks
 */
public record CrlTerms(Duration lifetime, Duration interval, Duration backdate) {
    public CrlTerms {
        if (lifetime.isNegative() || lifetime.isZero() || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("CRL lifetime and interval are positive");
        }
        if (interval.multipliedBy(2).compareTo(lifetime) > 0) {
            throw new IllegalArgumentException("the CRL interval " + interval + " is more than half of the lifetime "
                    + lifetime + ": validating servers would be left without a CRL when one publication fails");
        }
        if (backdate.isNegative() || backdate.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("CRL backdating is 0 to 24 hours");
        }
    }

    public static CrlTerms standard() {
        return new CrlTerms(Duration.ofDays(7), Duration.ofDays(1), Duration.ofMinutes(10));
    }
}
