package dev.chancery.core.lint;

import java.util.Optional;

/** Strength rules can judge only keys that they know. */
final class KeyKnown extends KeyRule {
    KeyKnown() {
        super("key-known", Severity.ERROR, "RFC 5280 §4.1.2.7", "The public key is RSA, EC, EdDSA or ML-DSA.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return key.family() == KeyFamily.UNKNOWN
                ? wrong("key algorithm " + key.algorithm().oid() + " is unknown; use RSA, EC, EdDSA or ML-DSA")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
