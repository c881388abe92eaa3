package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that skips it sees other policies than were meant. */
final class PolicyMappingsCritical extends CertificateRule {
    PolicyMappingsCritical() {
        super(
                "policy-mappings-critical",
                Severity.WARNING,
                "RFC 5280 §4.2.1.5",
                "policyMappings",
                "policyMappings should be critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.POLICY_MAPPINGS)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("policyMappings is not critical");
    }
}
