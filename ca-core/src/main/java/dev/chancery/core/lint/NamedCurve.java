package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** The curves that we issue on (RFC 5480 §2.1.1.1). */
enum NamedCurve {
    P_256("1.2.840.10045.3.1.7", 32),
    P_384("1.3.132.0.34", 48),
    P_521("1.3.132.0.35", 66);

    private static final List<NamedCurve> ALL = List.of(values());

    private final String oid;
    private final int fieldOctets;

    NamedCurve(String oid, int fieldOctets) {
        this.oid = oid;
        this.fieldOctets = fieldOctets;
    }

    static Optional<NamedCurve> of(String oid) {
        for (NamedCurve curve : ALL) {
            if (curve.oid.equals(oid)) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    int fieldOctets() {
        return fieldOctets;
    }
}
