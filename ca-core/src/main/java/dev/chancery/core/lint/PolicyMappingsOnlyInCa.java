package dev.chancery.core.lint;

import java.util.Optional;

/** It speaks about what is below it. */
final class PolicyMappingsOnlyInCa extends CertificateRule {
    PolicyMappingsOnlyInCa() {
        super(
                "policy-mappings-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.5",
                "policyMappings",
                "Only a CA maps policies.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        && certificate
                                .extension(ObjectIdentifiers.POLICY_MAPPINGS)
                                .isPresent()
                ? wrong("policyMappings stands in an end-entity certificate")
                : fine();
    }
}
