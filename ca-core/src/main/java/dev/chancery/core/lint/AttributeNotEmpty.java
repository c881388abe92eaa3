package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** The bounds of every attribute begin at one character. */
final class AttributeNotEmpty extends AttributeRule {
    AttributeNotEmpty() {
        super(
                "subject-value-not-empty",
                Severity.ERROR,
                "RFC 5280 appendix A.1",
                "No attribute of the subject is empty.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return attribute.value().contentLength() > 0
                ? fine()
                : wrong("attribute " + attribute.oid() + " is empty; leave it out");
    }
}
