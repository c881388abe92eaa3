package dev.chancery.core.lint;

import java.util.Optional;

/** Everything that it signs refers to it. */
final class SkiInCa extends CertificateRule {
    SkiInCa() {
        super(
                "ski-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.2",
                "subjectKeyIdentifier",
                "A CA certificate has a subject key identifier.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        || certificate
                                .standard()
                                .subjectKeyIdentifier()
                                .filter(ski -> ski.length() > 0)
                                .isPresent()
                ? fine()
                : wrong("subjectKeyIdentifier is missing or empty");
    }
}
