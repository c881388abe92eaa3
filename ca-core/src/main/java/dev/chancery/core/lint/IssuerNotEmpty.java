package dev.chancery.core.lint;

import java.util.Optional;

/** An empty issuer cannot be looked up. */
final class IssuerNotEmpty extends CertificateRule {
    IssuerNotEmpty() {
        super("issuer-not-empty", Severity.ERROR, "RFC 5280 §4.1.2.4", "issuer", "The issuer name is not empty.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.issuer().isEmpty() ? wrong("the issuer name is empty") : fine();
    }
}
