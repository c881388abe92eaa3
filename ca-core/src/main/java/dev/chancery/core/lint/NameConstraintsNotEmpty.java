package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** An empty constraint is not allowed. */
final class NameConstraintsNotEmpty extends CertificateRule {
    NameConstraintsNotEmpty() {
        super(
                "name-constraints-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "nameConstraints",
                "nameConstraints permits or excludes something.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<DerCursor> value =
                certificate.extension(ObjectIdentifiers.NAME_CONSTRAINTS).map(JudgedExtension::value);
        return value.isPresent()
                        && Asn1.sequence(value.get(), "nameConstraints").stream()
                                .allMatch(part -> part.contentLength() == 0)
                ? wrong("nameConstraints is empty")
                : fine();
    }
}
