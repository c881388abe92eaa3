package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that does not know it would take the changes for the whole list. */
final class CrlDeltaCritical extends CrlRule {
    CrlDeltaCritical() {
        super(
                "crl-delta-critical",
                Severity.ERROR,
                "RFC 5280 §5.2.4",
                "deltaCRLIndicator",
                "A deltaCRLIndicator is critical.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.extension(ObjectIdentifiers.DELTA_CRL_INDICATOR)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("deltaCRLIndicator is not critical");
    }
}
