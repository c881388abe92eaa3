package dev.chancery.core.lint;

import java.util.Optional;

/** Most verifiers do not know it. */
final class DirectoryAttributesNotCritical extends CertificateRule {
    DirectoryAttributesNotCritical() {
        super(
                "directory-attributes-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.8",
                "subjectDirectoryAttributes",
                "subjectDirectoryAttributes is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("subjectDirectoryAttributes is critical")
                : fine();
    }
}
