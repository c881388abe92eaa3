package dev.chancery.core.lint;

import java.util.Optional;

/** Path building takes it for a renewed CA certificate. */
final class SelfIssuedOnlyCa extends CertificateRule {
    SelfIssuedOnlyCa() {
        super(
                "self-issued-only-ca",
                Severity.WARNING,
                "RFC 5280 §3.2",
                "subject",
                "What is no CA does not have the name of its issuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity() && certificate.selfIssued()
                ? wrong("subject and issuer of an end-entity certificate are the same")
                : fine();
    }
}
