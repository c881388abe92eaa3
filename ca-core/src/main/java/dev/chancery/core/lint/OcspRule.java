package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that an OCSP response answers by itself. */
abstract class OcspRule extends Rule {
    OcspRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedOcsp response);
}
