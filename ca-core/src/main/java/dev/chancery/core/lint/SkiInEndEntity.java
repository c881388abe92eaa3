package dev.chancery.core.lint;

import java.util.Optional;

/** It helps to find the certificate of a key. */
final class SkiInEndEntity extends CertificateRule {
    SkiInEndEntity() {
        super(
                "ski-in-end-entity",
                Severity.WARNING,
                "RFC 5280 §4.2.1.2",
                "subjectKeyIdentifier",
                "An end-entity certificate should have a subject key identifier.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca()
                        || certificate
                                .standard()
                                .subjectKeyIdentifier()
                                .filter(ski -> ski.length() > 0)
                                .isPresent()
                ? fine()
                : wrong("subjectKeyIdentifier is missing or empty");
    }
}
