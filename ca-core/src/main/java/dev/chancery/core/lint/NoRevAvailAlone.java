package dev.chancery.core.lint;

import java.util.Optional;

/** One says that there is revocation, the other that there is none. */
final class NoRevAvailAlone extends CertificateRule {
    NoRevAvailAlone() {
        super(
                "no-rev-avail-alone",
                Severity.ERROR,
                "RFC 9608 §3",
                "noRevAvail",
                "Beside noRevAvail there is no pointer to a CRL or to OCSP.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.NO_REV_AVAIL).isPresent()
                        && (certificate
                                        .extension(ObjectIdentifiers.CRL_DISTRIBUTION_POINTS)
                                        .isPresent()
                                || certificate
                                        .extension(ObjectIdentifiers.FRESHEST_CRL)
                                        .isPresent()
                                || certificate.standard().accesses(ObjectIdentifiers.ACCESS_OCSP))
                ? wrong("noRevAvail stands beside a pointer to a CRL or to OCSP")
                : fine();
    }
}
