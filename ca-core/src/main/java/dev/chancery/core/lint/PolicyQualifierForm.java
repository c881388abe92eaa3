package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers that decode qualifiers reject the whole certificate for a broken one. */
final class PolicyQualifierForm extends CertificateRule {
    PolicyQualifierForm() {
        super(
                "policy-qualifier-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "A policy qualifier is one value of the kind that its identifier says.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (CertificatePolicy policy : certificate.standard().policyInformation()) {
            for (CertificatePolicy.Qualifier qualifier : policy.qualifiers()) {
                if (qualifier.notice()) {
                    qualifier.texts();
                } else if (qualifier.cps() && qualifier.value().tag() != Asn1.IA5_STRING) {
                    return wrong(
                            "the address of the practice statement of policy " + policy.oid() + " is no IA5String");
                }
            }
        }
        return fine();
    }
}
