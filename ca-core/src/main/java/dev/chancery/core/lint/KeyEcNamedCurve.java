package dev.chancery.core.lint;

import java.util.Optional;

/** Explicit parameters let an attacker choose a generator for which he knows the private key of somebody else. */
final class KeyEcNamedCurve extends KeyRule {
    KeyEcNamedCurve() {
        super("key-ec-named-curve", Severity.ERROR, "RFC 5480 §2.1.1", "An EC key names its curve.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return key.family() != KeyFamily.EC || key.curveIdentifier().isPresent()
                ? fine()
                : wrong("the EC key has explicit or missing curve parameters; use a named curve such as P-256");
    }
}
