package dev.chancery.core.lint;

import java.util.Optional;

/** Others have no meaning for a policy that stands for all. */
final class AnyPolicyQualifiers extends CertificateRule {
    AnyPolicyQualifiers() {
        super(
                "any-policy-qualifiers",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "Qualifiers of anyPolicy are a practice statement or a user notice.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (CertificatePolicy policy : certificate.standard().policyInformation()) {
            for (CertificatePolicy.Qualifier qualifier : policy.qualifiers()) {
                if (policy.oid().equals(ObjectIdentifiers.ANY_POLICY) && !qualifier.cps() && !qualifier.notice()) {
                    return wrong("anyPolicy has the qualifier " + qualifier.oid());
                }
            }
        }
        return fine();
    }
}
