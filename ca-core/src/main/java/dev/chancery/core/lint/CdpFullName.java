package dev.chancery.core.lint;

import java.util.Optional;

/** Directory names and names relative to the issuer can be fetched by nobody today. */
final class CdpFullName extends CertificateRule {
    CdpFullName() {
        super(
                "cdp-full-name",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "A distribution point has a fullName, and only addresses in it.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (DistributionPoint point : certificate.standard().distributionPointsOrNone()) {
            if (point.fullName().isEmpty() || !point.fullName().stream().allMatch(GeneralName::uri)) {
                return wrong("a distribution point has no fullName, or other things than URIs in it");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
