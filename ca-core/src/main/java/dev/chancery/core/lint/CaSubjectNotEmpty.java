package dev.chancery.core.lint;

import java.util.Optional;

/** It is the issuer name of everything that the CA signs. */
final class CaSubjectNotEmpty extends CertificateRule {
    CaSubjectNotEmpty() {
        super("ca-subject-not-empty", Severity.ERROR, "RFC 5280 §4.1.2.6", "subject", "A CA has a subject.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca() && certificate.subject().isEmpty() ? wrong("the CA has no subject") : fine();
    }
}
