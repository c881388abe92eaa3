package dev.chancery.core.lint;

import java.util.Optional;

/** CAs must not make them, and some parsers refuse them. */
final class UniqueIdentifiersAbsent extends CertificateRule {
    UniqueIdentifiersAbsent() {
        super(
                "unique-identifiers-absent",
                Severity.ERROR,
                "RFC 5280 §4.1.2.8",
                "issuerUniqueID",
                "There are no unique identifiers.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.fields().uniqueIdentifiers().isEmpty()
                ? fine()
                : wrong("issuerUniqueID or subjectUniqueID is present");
    }
}
