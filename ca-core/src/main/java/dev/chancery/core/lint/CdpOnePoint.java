package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Several points mean several different CRLs, and many verifiers look at the first only. */
final class CdpOnePoint extends CertificateRule {
    CdpOnePoint() {
        super(
                "cdp-one-point",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "There is exactly one distribution point; further addresses of the same CRL stand inside " + "it.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        int points = certificate.standard().distributionPoints().map(List::size).orElse(1);
        return points == 1 ? fine() : wrong("cRLDistributionPoints has " + points + " points");
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
