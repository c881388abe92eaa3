package dev.chancery.core.lint;

import java.util.Optional;

/** An empty SEQUENCE is not allowed there. */
final class ExtensionsNotEmpty extends CertificateRule {
    ExtensionsNotEmpty() {
        super(
                "extensions-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.1.2.9",
                "extensions",
                "The extensions field, when present, has an extension.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.fields().extensions().isPresent()
                        && certificate.extensions().isEmpty()
                ? wrong("the extensions field is empty")
                : fine();
    }
}
