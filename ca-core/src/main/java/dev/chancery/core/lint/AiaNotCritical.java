package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers that fetch nothing must be able to go on. */
final class AiaNotCritical extends CertificateRule {
    AiaNotCritical() {
        super(
                "aia-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.2.1",
                "authorityInfoAccess",
                "authorityInfoAccess is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("authorityInfoAccess is critical")
                : fine();
    }
}
