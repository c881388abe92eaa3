package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** A rule about the text of every user notice of a policy. */
abstract class PolicyTextRule extends CertificateRule {
    PolicyTextRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, "certificatePolicies", text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        for (CertificatePolicy policy : certificate.standard().policyInformation()) {
            for (CertificatePolicy.Qualifier qualifier : policy.qualifiers()) {
                Optional<DerCursor> text = qualifier.notice() ? qualifier.texts() : Optional.empty();
                Optional<String> wrong = text.isPresent() ? judge(text.get()) : fine();
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    /** @param text the explicitText */
    abstract Optional<String> judge(DerCursor text);
}
