package dev.chancery.core.lint;

import java.util.Optional;

/** It speaks about what is below it. */
final class PolicyConstraintsOnlyInCa extends CertificateRule {
    PolicyConstraintsOnlyInCa() {
        super(
                "policy-constraints-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.11",
                "policyConstraints",
                "Only a CA constrains policies.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        && certificate
                                .extension(ObjectIdentifiers.POLICY_CONSTRAINTS)
                                .isPresent()
                ? wrong("policyConstraints stands in an end-entity certificate")
                : fine();
    }
}
