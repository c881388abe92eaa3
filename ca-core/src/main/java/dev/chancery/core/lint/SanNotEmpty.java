package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty SEQUENCE is not allowed there. */
final class SanNotEmpty extends CertificateRule {
    SanNotEmpty() {
        super(
                "san-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "subjectAltName, when present, has a name, and no name is empty.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<List<GeneralName>> names = certificate.standard().names();
        return names.isPresent()
                        && (names.get().isEmpty()
                                || names.get().stream()
                                        .anyMatch(name -> name.element().contentLength() == 0))
                ? wrong("subjectAltName is empty or has an empty name")
                : fine();
    }
}
