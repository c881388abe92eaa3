package dev.chancery.core.lint;

import java.util.Optional;

/** What is no CA need not say so, and a place where cA could stand is one less to get wrong. */
final class BasicConstraintsOnlyInCa extends CertificateRule {
    BasicConstraintsOnlyInCa() {
        super(
                "basic-constraints-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "basicConstraints",
                "An end-entity certificate has no basicConstraints.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity()
                        && certificate.standard().basicConstraints().isPresent()
                ? wrong("basicConstraints without cA TRUE stands in an end-entity certificate; leave it out")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
