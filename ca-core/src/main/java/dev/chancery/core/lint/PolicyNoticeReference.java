package dev.chancery.core.lint;

import java.util.Optional;

/** No software looks such a reference up. */
final class PolicyNoticeReference extends CertificateRule {
    PolicyNoticeReference() {
        super(
                "policy-notice-reference",
                Severity.WARNING,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "A user notice says its text and does not refer to one elsewhere.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (CertificatePolicy policy : certificate.standard().policyInformation()) {
            for (CertificatePolicy.Qualifier qualifier : policy.qualifiers()) {
                if (qualifier.notice() && qualifier.refers()) {
                    return wrong("the user notice of policy " + policy.oid() + " has a noticeRef");
                }
            }
        }
        return fine();
    }
}
