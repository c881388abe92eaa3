package dev.chancery.publisher.schedule;

import dev.chancery.core.crl.CrlTerms;
import java.time.Duration;
import java.util.Optional;

/**
 * When the CRLs of one CA are due, checked against each other.
 *
 * @param digest revocations within this time after a CRL share the next one
 * @param delta the times of delta CRLs; empty when there are none
 */
public record CrlPlan(CrlTerms full, OnRevocation onRevocation, Duration digest, Optional<CrlTerms> delta) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration SHORTEST_DIGEST = Duration.ofSeconds(1);

    public CrlPlan {
        demand(
                full.interval().compareTo(SHORTEST_INTERVAL) >= 0,
                "the CRL interval " + full.interval() + " is shorter than 10 seconds");
        demand(
                digest.compareTo(SHORTEST_DIGEST) >= 0,
                "digest is " + digest
                        + "; it must be 1 second or more, since Last-Modified tells two CRLs of one second"
                        + " not apart");
        Duration often = delta.map(CrlTerms::interval).orElse(full.interval());
        demand(
                digest.compareTo(often) <= 0,
                "digest " + digest + " is longer than the interval " + often
                        + ": revocations would wait for the scheduled CRL anyway; use on-revocation: nothing");
        if (delta.isPresent()) {
            Duration interval = delta.get().interval();
            demand(
                    interval.compareTo(SHORTEST_INTERVAL) >= 0,
                    "delta-interval " + interval + " is shorter than 10 seconds");
            demand(
                    interval.compareTo(full.interval()) < 0,
                    "delta-interval " + interval + " is not shorter than the interval " + full.interval()
                            + " of full CRLs, so that a delta would never tell anything new");
        }
        demand(onRevocation != OnRevocation.DELTA || delta.isPresent(), "on-revocation: delta needs a delta-interval");
    }

    /** How long validating servers can go on after a publication that fails. */
    public Duration overlap() {
        return full.lifetime().minus(full.interval());
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
