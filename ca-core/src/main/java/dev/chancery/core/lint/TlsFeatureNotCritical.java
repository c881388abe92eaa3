package dev.chancery.core.lint;

import java.util.Optional;

/** Clients that do not know it would refuse the certificate. */
final class TlsFeatureNotCritical extends CertificateRule {
    TlsFeatureNotCritical() {
        super(
                "tls-feature-not-critical",
                Severity.WARNING,
                "RFC 7633 §4",
                "tlsFeature",
                "The TLS feature extension should not be critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.TLS_FEATURE)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("the TLS feature extension is critical")
                : fine();
    }
}
