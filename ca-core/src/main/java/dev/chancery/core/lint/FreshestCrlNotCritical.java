package dev.chancery.core.lint;

import java.util.Optional;

/** Most verifiers do not know it. */
final class FreshestCrlNotCritical extends CertificateRule {
    FreshestCrlNotCritical() {
        super(
                "freshest-crl-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.15",
                "freshestCRL",
                "freshestCRL is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.FRESHEST_CRL)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("freshestCRL is critical")
                : fine();
    }
}
