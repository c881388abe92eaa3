package dev.chancery.core.lint;

import java.util.Optional;

/** They limit what is signed below. */
final class NameConstraintsOnlyInCa extends CertificateRule {
    NameConstraintsOnlyInCa() {
        super(
                "name-constraints-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "nameConstraints",
                "Only a CA has name constraints.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        && certificate
                                .extension(ObjectIdentifiers.NAME_CONSTRAINTS)
                                .isPresent()
                ? wrong("nameConstraints stands in an end-entity certificate")
                : fine();
    }
}
