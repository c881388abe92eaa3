package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty list is read as none by one verifier and as all by the next. */
final class PurposesNotEmpty extends CertificateRule {
    PurposesNotEmpty() {
        super("eku-not-empty", Severity.ERROR, "RFC 5280 §4.2.1.12", "extKeyUsage", "extKeyUsage lists a purpose.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().purposes().map(List::isEmpty).orElse(false)
                ? wrong("extKeyUsage is empty")
                : fine();
    }
}
