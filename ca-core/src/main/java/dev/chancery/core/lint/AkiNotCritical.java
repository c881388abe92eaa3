package dev.chancery.core.lint;

import java.util.Optional;

/** RFC 5280 demands it, and verifiers that skip the extension must be able to. */
final class AkiNotCritical extends CertificateRule {
    AkiNotCritical() {
        super(
                "aki-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.1",
                "authorityKeyIdentifier",
                "authorityKeyIdentifier is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.AUTHORITY_KEY_IDENTIFIER)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("authorityKeyIdentifier is critical")
                : fine();
    }
}
