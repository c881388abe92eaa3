package dev.chancery.core.lint;

import java.util.Optional;

/** Most verifiers do not know it. */
final class SiaNotCritical extends CertificateRule {
    SiaNotCritical() {
        super(
                "sia-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.2.2",
                "subjectInfoAccess",
                "subjectInfoAccess is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("subjectInfoAccess is critical")
                : fine();
    }
}
