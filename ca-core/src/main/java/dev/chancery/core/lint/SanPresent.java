package dev.chancery.core.lint;

import java.util.Optional;

/** Clients look for the host name there and nowhere else. */
final class SanPresent extends CertificateRule {
    SanPresent() {
        super(
                "san-present",
                Severity.ERROR,
                "RFC 9525 §2, RFC 5280 §4.2.1.6",
                "subjectAltName",
                "An end-entity certificate has alternative names; OCSP responders do without.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca()
                        || certificate.standard().ocspResponder()
                        || certificate.standard().names().isPresent()
                ? fine()
                : wrong("subjectAltName is missing");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
