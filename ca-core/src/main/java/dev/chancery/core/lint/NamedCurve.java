package dev.chancery.core.lint;

import java.util.Arrays;
import java.util.Optional;

/** The curves that we issue on (RFC 5480 §2.1.1.1). */
enum NamedCurve {
    P_256("1.2.840.10045.3.1.7", 32),
    P_384("1.3.132.0.34", 48),
    P_521("1.3.132.0.35", 66);

    private final String oid;
    private final int fieldOctets;

    NamedCurve(String oid, int fieldOctets) {
        this.oid = oid;
        this.fieldOctets = fieldOctets;
    }

    static Optional<NamedCurve> of(String oid) {
        return Arrays.stream(values()).filter(curve -> curve.oid.equals(oid)).findFirst();
    }

    int fieldOctets() {
        return fieldOctets;
    }
}
