package dev.chancery.core.lint;

import java.util.Optional;

/** Clients that do not know it would refuse the responder. */
final class OcspNocheckNotCritical extends CertificateRule {
    OcspNocheckNotCritical() {
        super(
                "ocsp-nocheck-not-critical",
                Severity.WARNING,
                "RFC 6960 §4.2.2.2.1",
                "extensions",
                "id-pkix-ocsp-nocheck should not be critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.OCSP_NOCHECK)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("id-pkix-ocsp-nocheck is critical")
                : fine();
    }
}
