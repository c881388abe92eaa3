package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A list built twice is the sign of a broken builder. */
final class PurposesUnique extends CertificateRule {
    PurposesUnique() {
        super("eku-unique", Severity.ERROR, "RFC 5280 §4.2.1.12", "extKeyUsage", "No purpose is listed twice.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        List<String> purposes = certificate.standard().purposes().orElse(List.of());
        return new HashSet<>(purposes).size() == purposes.size()
                ? fine()
                : wrong("extKeyUsage lists a purpose twice: " + purposes);
    }
}
