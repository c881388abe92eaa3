package dev.chancery.core.crl;

import java.time.Instant;

/**
 * A CRL that was signed, judged, recorded, and may be published.
 *
 * @param issuer the CA's short name
 * @param signedAt by the clock; {@code thisUpdate} may be set back from it for skewed clocks
 * @param nextPublish when its successor is due
 */
public record SignedCrl(
        String issuer,
        CrlScope scope,
        CrlNumber number,
        Instant signedAt,
        Instant thisUpdate,
        Instant nextUpdate,
        Instant nextPublish,
        int entries,
        CrlOctets octets) {
    /** A full one, when nobody knows by how much thisUpdate was set back. */
    public SignedCrl(
            String issuer,
            CrlNumber number,
            Instant thisUpdate,
            Instant nextUpdate,
            Instant nextPublish,
            int entries,
            CrlOctets octets) {
        this(issuer, new CrlScope.Full(), number, thisUpdate, thisUpdate, nextUpdate, nextPublish, entries, octets);
    }

    /** The name under which it is published, without its ending. */
    public String publication() {
        return scope.publication(issuer);
    }
}
