package dev.chancery.core.lint;

import java.util.Optional;

/** A constraint that may be skipped is none. */
final class PolicyConstraintsCritical extends CertificateRule {
    PolicyConstraintsCritical() {
        super(
                "policy-constraints-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.11",
                "policyConstraints",
                "policyConstraints is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.POLICY_CONSTRAINTS)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("policyConstraints is not critical");
    }
}
