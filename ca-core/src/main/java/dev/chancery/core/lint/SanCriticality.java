package dev.chancery.core.lint;

import java.util.Optional;

/** With an empty subject it is all there is to name the holder; otherwise old verifiers must be able to skip it. */
final class SanCriticality extends CertificateRule {
    SanCriticality() {
        super(
                "san-criticality",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "subjectAltName is critical exactly when the subject is empty.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        boolean empty = certificate.subject().isEmpty();
        return certificate
                        .extension(ObjectIdentifiers.SUBJECT_ALT_NAME)
                        .map(san -> san.critical() == empty)
                        .orElse(!empty)
                ? fine()
                : wrong(
                        empty
                                ? "the subject is empty, and subjectAltName is missing or not critical"
                                : "subjectAltName is critical although there is a subject");
    }
}
