package dev.chancery.core.lint;

import java.util.Optional;

/** A count is never negative. */
final class InhibitAnyPolicyForm extends CertificateRule {
    InhibitAnyPolicyForm() {
        super(
                "inhibit-any-policy-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.14",
                "inhibitAnyPolicy",
                "inhibitAnyPolicy counts certificates from zero.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.INHIBIT_ANY_POLICY)
                        .map(extension -> Asn1.integer(extension.value(), "inhibitAnyPolicy")
                                        .signum()
                                < 0)
                        .orElse(false)
                ? wrong("inhibitAnyPolicy is negative")
                : fine();
    }
}
