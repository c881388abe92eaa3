package dev.chancery.core.lint;

import java.util.Optional;

/** One rule about one certificate. Stateless. */
public interface Rule {
    /** Kebab-case, stable, unique. */
    String id();

    Severity severity();

    /** {@code RFC 5280 §4.1.2.2}. */
    String citation();

    /** What it demands, in one sentence. */
    String text();

    /** What is wrong, or empty. */
    Optional<String> judge(JudgedCertificate certificate);
}
