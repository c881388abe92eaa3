package dev.chancery.core.lint;

import java.util.Optional;

/** An empty list is not allowed. */
final class DirectoryAttributesNotEmpty extends CertificateRule {
    DirectoryAttributesNotEmpty() {
        super(
                "directory-attributes-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.8",
                "subjectDirectoryAttributes",
                "subjectDirectoryAttributes, when present, has an attribute.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES)
                        .map(extension -> Asn1.sequence(extension.value(), "subjectDirectoryAttributes")
                                .isEmpty())
                        .orElse(false)
                ? wrong("subjectDirectoryAttributes is empty")
                : fine();
    }
}
