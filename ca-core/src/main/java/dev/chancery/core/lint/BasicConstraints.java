package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** {@code SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }} (RFC 5280 §4.2.1.9). */
record BasicConstraints(boolean ca, boolean caWritten, Optional<BigInteger> pathLength) {
    static BasicConstraints read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "BasicConstraints");
        int next = 0;
        boolean written = !parts.isEmpty() && parts.get(0).tag() == Asn1.BOOLEAN;
        boolean ca = written && Asn1.bool(parts.get(next++), "cA");
        Optional<BigInteger> pathLength = parts.size() > next
                ? Optional.of(Asn1.integer(parts.get(next++), "pathLenConstraint"))
                : Optional.empty();
        if (parts.size() > next) {
            throw new UnreadableException("BasicConstraints has " + parts.size() + " parts");
        }
        return new BasicConstraints(ca, written, pathLength);
    }
}
