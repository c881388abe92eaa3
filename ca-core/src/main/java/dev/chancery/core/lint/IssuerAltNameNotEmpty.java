package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty list is not allowed. */
final class IssuerAltNameNotEmpty extends CertificateRule {
    IssuerAltNameNotEmpty() {
        super(
                "issuer-alt-name-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.7",
                "issuerAltName",
                "issuerAltName, when present, has a name, and no name is empty.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<List<GeneralName>> names = certificate.standard().issuerAltNames();
        return names.isPresent()
                        && (names.get().isEmpty()
                                || names.get().stream()
                                        .anyMatch(name -> name.element().contentLength() == 0))
                ? wrong("issuerAltName is empty or has an empty name")
                : fine();
    }
}
