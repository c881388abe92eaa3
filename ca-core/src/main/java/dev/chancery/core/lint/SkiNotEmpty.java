package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/** An empty one matches the empty identifiers of all others. */
final class SkiNotEmpty extends CertificateRule {
    SkiNotEmpty() {
        super(
                "ski-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.2",
                "subjectKeyIdentifier",
                "A subject key identifier has an octet or more.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().subjectKeyIdentifier().map(Der::length).orElse(1) == 0
                ? wrong("the subject key identifier is empty")
                : fine();
    }
}
