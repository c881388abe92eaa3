package dev.chancery.core.crl;

import dev.chancery.core.x509.Der;
import java.time.Instant;

/**
 * A CRL that was signed, judged, recorded, and may be published.
 *
 * @param issuer the CA's short name
 * @param nextPublish when its successor is due
 */
public record SignedCrl(
        String issuer,
        CrlNumber number,
        Instant thisUpdate,
        Instant nextUpdate,
        Instant nextPublish,
        int entries,
        Der der) {}
