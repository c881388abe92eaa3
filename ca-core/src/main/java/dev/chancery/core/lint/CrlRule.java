package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that a CRL answers by itself. */
abstract class CrlRule extends Rule {
    CrlRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedCrl crl);
}
