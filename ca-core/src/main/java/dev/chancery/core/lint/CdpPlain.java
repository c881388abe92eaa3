package dev.chancery.core.lint;

import java.util.Optional;

/** Both make the CRL partial or indirect, which most verifiers cannot handle. */
final class CdpPlain extends CertificateRule {
    CdpPlain() {
        super(
                "cdp-plain",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "A distribution point has neither reasons nor a cRLIssuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().distributionPointsOrNone().stream()
                        .anyMatch(point -> point.reasons() || point.crlIssuer())
                ? wrong("a distribution point has reasons or cRLIssuer")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
