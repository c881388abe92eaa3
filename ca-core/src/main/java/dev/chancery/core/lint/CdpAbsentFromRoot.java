package dev.chancery.core.lint;

import java.util.Optional;

/** A root cannot revoke itself; some verifiers fetch the address and fail there. */
final class CdpAbsentFromRoot extends CertificateRule {
    CdpAbsentFromRoot() {
        super(
                "cdp-absent-from-root",
                Severity.WARNING,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "A root has no CRL distribution point.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca()
                        && certificate.selfIssued()
                        && certificate.standard().distributionPoints().isPresent()
                ? wrong("cRLDistributionPoints stands in a self-signed CA certificate")
                : fine();
    }
}
