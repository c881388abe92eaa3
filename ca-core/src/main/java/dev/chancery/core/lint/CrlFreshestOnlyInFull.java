package dev.chancery.core.lint;

import java.util.Optional;

/** RFC 5280 forbids it. */
final class CrlFreshestOnlyInFull extends CrlRule {
    CrlFreshestOnlyInFull() {
        super(
                "crl-freshest-only-in-full",
                Severity.ERROR,
                "RFC 5280 §5.2.6",
                "freshestCRL",
                "A delta CRL does not point to a delta CRL.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.delta() && crl.extension(ObjectIdentifiers.FRESHEST_CRL).isPresent()
                ? wrong("freshestCRL stands in a delta CRL")
                : fine();
    }
}
