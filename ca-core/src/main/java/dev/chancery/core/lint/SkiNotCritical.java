package dev.chancery.core.lint;

import java.util.Optional;

/** RFC 5280 demands it, and verifiers that skip the extension must be able to. */
final class SkiNotCritical extends CertificateRule {
    SkiNotCritical() {
        super(
                "ski-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.2",
                "subjectKeyIdentifier",
                "subjectKeyIdentifier is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.SUBJECT_KEY_IDENTIFIER)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("subjectKeyIdentifier is critical")
                : fine();
    }
}
