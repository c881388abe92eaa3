package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that a certificate answers by itself. */
abstract class CertificateRule extends Rule {
    CertificateRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedCertificate certificate);
}
