package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that a certificate request answers by itself. */
abstract class RequestRule extends Rule {
    RequestRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedRequest request);
}
