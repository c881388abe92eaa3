package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that does not know it must not go on. */
final class BasicConstraintsCritical extends CertificateRule {
    BasicConstraintsCritical() {
        super(
                "basic-constraints-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "basicConstraints",
                "In a CA certificate basicConstraints is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca()
                        && !certificate
                                .extension(ObjectIdentifiers.BASIC_CONSTRAINTS)
                                .map(JudgedExtension::critical)
                                .orElse(false)
                ? wrong("basicConstraints of a CA is not critical")
                : fine();
    }
}
