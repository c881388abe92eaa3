package dev.chancery.core.x509;

import java.util.OptionalInt;

/** BasicConstraints of a CA certificate (RFC 5280 §4.2.1.9). An end-entity certificate has none. */
public record CaConstraint(OptionalInt pathLength) {
    public CaConstraint {
        if (pathLength.isPresent() && pathLength.getAsInt() < 0) {
            throw new IllegalArgumentException("a path length is not negative");
        }
    }

    public static CaConstraint unlimited() {
        return new CaConstraint(OptionalInt.empty());
    }

    public static CaConstraint of(int pathLength) {
        return new CaConstraint(OptionalInt.of(pathLength));
    }
}
