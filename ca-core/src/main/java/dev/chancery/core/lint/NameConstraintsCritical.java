package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that does not know it would ignore the limits of the CA. */
final class NameConstraintsCritical extends CertificateRule {
    NameConstraintsCritical() {
        super(
                "name-constraints-critical",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "nameConstraints",
                "nameConstraints is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.NAME_CONSTRAINTS)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("nameConstraints is not critical");
    }
}
