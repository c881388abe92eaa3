package dev.chancery.core.lint;

import java.util.Optional;

/** A prohibition that may be skipped is none. */
final class InhibitAnyPolicyCritical extends CertificateRule {
    InhibitAnyPolicyCritical() {
        super(
                "inhibit-any-policy-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.14",
                "inhibitAnyPolicy",
                "inhibitAnyPolicy is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.INHIBIT_ANY_POLICY)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("inhibitAnyPolicy is not critical");
    }
}
