package dev.chancery.core.lint;

import java.util.Optional;

/** A reader of the certificate is to be able to fetch it. */
final class PolicyCpsUri extends CertificateRule {
    PolicyCpsUri() {
        super(
                "policy-cps-uri",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "The practice statement of a policy is named by an absolute address.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (CertificatePolicy policy : certificate.standard().policyInformation()) {
            for (CertificatePolicy.Qualifier qualifier : policy.qualifiers()) {
                if (qualifier.cps() && !Characters.absoluteUri(Asn1.text(qualifier.value()))) {
                    return wrong("policy " + policy.oid() + " names its practice statement by "
                            + Shown.quoted(Asn1.text(qualifier.value())) + ", which is no address");
                }
            }
        }
        return fine();
    }
}
