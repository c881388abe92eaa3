package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** RFC 5280 forbids it, and strict parsers refuse the certificate. */
final class PoliciesUnique extends CertificateRule {
    PoliciesUnique() {
        super(
                "policies-unique",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "No policy stands there twice.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        List<String> policies = certificate.standard().policies();
        return new HashSet<>(policies).size() == policies.size()
                ? fine()
                : wrong("certificatePolicies lists a policy twice: " + policies);
    }
}
