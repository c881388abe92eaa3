package dev.chancery.core.lint;

import java.util.Optional;

/** Without extKeyUsage it is good for every purpose. */
final class PurposesPresent extends CertificateRule {
    PurposesPresent() {
        super(
                "eku-present",
                Severity.ERROR,
                "RFC 5280 §4.2.1.12",
                "extKeyUsage",
                "An end-entity certificate says what it is for.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca() || certificate.standard().purposes().isPresent()
                ? fine()
                : wrong("extKeyUsage is missing");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
