package dev.chancery.core.lint;

import java.util.Optional;

/** A certificate that names no CRL and no OCSP can be revoked, and nobody will notice. */
final class RevocationSourcePresent extends CertificateRule {
    RevocationSourcePresent() {
        super(
                "revocation-source-present",
                Severity.WARNING,
                "RFC 5280 §4.2.1.13",
                "extensions",
                "A certificate says where its revocation can be looked up, or that it cannot.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.selfIssued()
                        || certificate
                                .extension(ObjectIdentifiers.CRL_DISTRIBUTION_POINTS)
                                .isPresent()
                        || certificate.standard().accesses(ObjectIdentifiers.ACCESS_OCSP)
                        || certificate.extension(ObjectIdentifiers.OCSP_NOCHECK).isPresent()
                        || certificate.extension(ObjectIdentifiers.NO_REV_AVAIL).isPresent()
                ? fine()
                : wrong("there is no CRL distribution point, no OCSP address and no noRevAvail");
    }
}
