package dev.chancery.core.lint;

import java.util.Optional;

/** An empty sequence is not allowed. */
final class PolicyConstraintsNotEmpty extends CertificateRule {
    PolicyConstraintsNotEmpty() {
        super(
                "policy-constraints-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.11",
                "policyConstraints",
                "policyConstraints demands something.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.POLICY_CONSTRAINTS)
                        .map(extension -> Asn1.sequence(extension.value(), "policyConstraints")
                                .isEmpty())
                        .orElse(false)
                ? wrong("policyConstraints is empty")
                : fine();
    }
}
