package dev.chancery.core.lint;

import java.util.Optional;

/** Widely deployed OpenSSL releases take the delta for the whole CRL and accept what the base revokes. */
final class FreshestCrlAbsent extends CertificateRule {
    FreshestCrlAbsent() {
        super(
                "freshest-crl-absent",
                Severity.ERROR,
                "RFC 5280 §4.2.1.15",
                "freshestCRL",
                "The certificate does not point to a delta CRL; the full CRL does.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.FRESHEST_CRL).isPresent()
                ? wrong("freshestCRL belongs into the full CRL, not into a certificate")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
