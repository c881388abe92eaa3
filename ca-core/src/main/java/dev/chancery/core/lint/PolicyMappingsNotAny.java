package dev.chancery.core.lint;

import java.util.Optional;

/** Otherwise one policy would become all. */
final class PolicyMappingsNotAny extends CertificateRule {
    PolicyMappingsNotAny() {
        super(
                "policy-mappings-not-any",
                Severity.ERROR,
                "RFC 5280 §4.2.1.5",
                "policyMappings",
                "No policy is mapped to or from anyPolicy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (PolicyMapping mapping : certificate.standard().policyMappings()) {
            if (mapping.issuerPolicy().equals(ObjectIdentifiers.ANY_POLICY)
                    || mapping.subjectPolicy().equals(ObjectIdentifiers.ANY_POLICY)) {
                return wrong("policyMappings maps " + mapping.issuerPolicy() + " to " + mapping.subjectPolicy());
            }
        }
        return fine();
    }
}
