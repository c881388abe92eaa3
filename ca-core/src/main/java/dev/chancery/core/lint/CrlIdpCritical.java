package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that does not know it would take the partition for the whole list. */
final class CrlIdpCritical extends CrlRule {
    CrlIdpCritical() {
        super(
                "crl-idp-critical",
                Severity.ERROR,
                "RFC 5280 §5.2.5",
                "issuingDistributionPoint",
                "An issuing distribution point is critical.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.extension(ObjectIdentifiers.ISSUING_DISTRIBUTION_POINT)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("issuingDistributionPoint is not critical");
    }
}
