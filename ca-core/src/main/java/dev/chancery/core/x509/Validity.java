package dev.chancery.core.x509;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From {@code notBefore} to {@code notAfter}, both inclusive and in whole seconds (RFC 5280 §4.1.2.5). */
public record Validity(Instant notBefore, Instant notAfter) {
    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException("notAfter " + notAfter + " is before notBefore " + notBefore);
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
    }

    /** Whether {@code inner} lies wholly within this validity. */
    public boolean covers(Validity inner) {
        return !inner.notBefore.isBefore(notBefore) && !inner.notAfter.isAfter(notAfter);
    }
}
