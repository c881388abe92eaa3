package dev.chancery.core.lint;

import java.util.Optional;

/** An empty SEQUENCE is not allowed there. */
final class PoliciesNotEmpty extends CertificateRule {
    PoliciesNotEmpty() {
        super(
                "policies-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "certificatePolicies, when present, lists a policy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.CERTIFICATE_POLICIES).isPresent()
                        && certificate.standard().policies().isEmpty()
                ? wrong("certificatePolicies is empty")
                : fine();
    }
}
