package dev.chancery.core.lint;

import java.util.Optional;

/** A mapping from a policy that the certificate does not have maps nothing. */
final class PolicyMappingsDeclared extends CertificateRule {
    PolicyMappingsDeclared() {
        super(
                "policy-mappings-declared",
                Severity.WARNING,
                "RFC 5280 §4.2.1.5",
                "policyMappings",
                "A policy that is mapped should stand in certificatePolicies.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (PolicyMapping mapping : certificate.standard().policyMappings()) {
            if (!certificate.standard().policies().contains(mapping.issuerPolicy())) {
                return wrong("policy " + mapping.issuerPolicy() + " is mapped and is none of certificatePolicies");
            }
        }
        return fine();
    }
}
