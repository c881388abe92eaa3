package dev.chancery.core.lint;

import java.util.Optional;

/** It speaks about what is below it. */
final class InhibitAnyPolicyOnlyInCa extends CertificateRule {
    InhibitAnyPolicyOnlyInCa() {
        super(
                "inhibit-any-policy-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.14",
                "inhibitAnyPolicy",
                "Only a CA inhibits anyPolicy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        && certificate
                                .extension(ObjectIdentifiers.INHIBIT_ANY_POLICY)
                                .isPresent()
                ? wrong("inhibitAnyPolicy stands in an end-entity certificate")
                : fine();
    }
}
