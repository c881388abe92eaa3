package dev.chancery.core.journal;

import java.time.Instant;

/**
 * What a full CRL covers, so that the next one can be made from it, by another process too.
 *
 * @param through the last record of the journal whose revocations and releases are surely in it; later ones are not
 * @param listedFrom certificates that ended earlier are left out
 */
public record CrlCoverage(long through, Instant listedFrom) {
    public CrlCoverage {
        if (through < 0) {
            throw new IllegalArgumentException("a CRL covers the journal from its beginning, not up to " + through);
        }
    }
}
