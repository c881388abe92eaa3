package dev.chancery.core.lint;

import java.util.Optional;

/** Compressed points are optional, and many verifiers do without. */
final class KeyEcPoint extends KeyRule {
    KeyEcPoint() {
        super(
                "key-ec-point",
                Severity.ERROR,
                "RFC 5480 §2.2",
                "An EC point is uncompressed and as long as its curve says.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        Optional<NamedCurve> curve = key.family() == KeyFamily.EC ? key.curve() : Optional.empty();
        if (curve.isEmpty()) {
            return fine();
        }
        byte[] point = key.keyOctets();
        return point.length == 1 + 2 * curve.get().fieldOctets() && point[0] == 4
                ? fine()
                : wrong("the EC point has " + point.length + " octets or is not uncompressed (04)");
    }
}
