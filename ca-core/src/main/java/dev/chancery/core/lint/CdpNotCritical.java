package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers that do not fetch CRLs must be able to go on. */
final class CdpNotCritical extends CertificateRule {
    CdpNotCritical() {
        super(
                "cdp-not-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "cRLDistributionPoints is not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.CRL_DISTRIBUTION_POINTS)
                        .map(JudgedExtension::critical)
                        .orElse(false)
                ? wrong("cRLDistributionPoints is critical")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
