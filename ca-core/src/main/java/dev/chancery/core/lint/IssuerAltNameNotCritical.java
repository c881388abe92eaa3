package dev.chancery.core.lint;

import java.util.Optional;

/** It takes no part in validation. */
final class IssuerAltNameNotCritical extends CertificateRule {
    IssuerAltNameNotCritical() {
        super(
                "issuer-alt-name-not-critical",
                Severity.WARNING,
                "RFC 5280 §4.2.1.7",
                "issuerAltName",
                "issuerAltName should not be critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.ISSUER_ALT_NAME)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("issuerAltName is critical")
                : fine();
    }
}
