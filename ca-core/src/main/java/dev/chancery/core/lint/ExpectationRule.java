package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that compares a certificate with what was granted; for our own, before they are signed. */
abstract class ExpectationRule extends Rule {
    ExpectationRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedCertificate certificate, Expectation expectation);
}
