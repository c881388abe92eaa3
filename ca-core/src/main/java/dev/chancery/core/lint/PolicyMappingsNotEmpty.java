package dev.chancery.core.lint;

import java.util.Optional;

/** An empty list is not allowed. */
final class PolicyMappingsNotEmpty extends CertificateRule {
    PolicyMappingsNotEmpty() {
        super(
                "policy-mappings-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.5",
                "policyMappings",
                "policyMappings, when present, maps a policy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.POLICY_MAPPINGS).isPresent()
                        && certificate.standard().policyMappings().isEmpty()
                ? wrong("policyMappings is empty")
                : fine();
    }
}
