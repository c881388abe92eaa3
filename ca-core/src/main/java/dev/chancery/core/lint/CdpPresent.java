package dev.chancery.core.lint;

import java.util.Optional;

/** Servers that demand a CRL refuse the certificate otherwise. */
final class CdpPresent extends ExpectationRule {
    CdpPresent() {
        super(
                "cdp-present",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "A certificate whose revocation is checked says where its CRL is.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        return expectation.revocationChecked()
                        && certificate.standard().distributionPoints().isEmpty()
                ? wrong("cRLDistributionPoints is missing")
                : fine();
    }
}
