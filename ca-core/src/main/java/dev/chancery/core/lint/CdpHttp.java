package dev.chancery.core.lint;

import java.util.Optional;

/** With https the check needs the very thing that it checks; ldap and file are fetched by few. */
final class CdpHttp extends CertificateRule {
    CdpHttp() {
        super("cdp-http", Severity.ERROR, "RFC 5280 §8", "cRLDistributionPoints", "CRLs are fetched by plain http.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (DistributionPoint point : certificate.standard().distributionPointsOrNone()) {
            for (GeneralName name : point.fullName()) {
                if (name.uri() && !Characters.httpAddress(name.text())) {
                    return wrong("the CRL address " + Shown.quoted(name.text()) + " is not http://host/…");
                }
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
