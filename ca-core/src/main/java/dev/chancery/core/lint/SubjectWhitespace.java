package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Some software compares with the spaces, some without. */
final class SubjectWhitespace extends AttributeRule {
    SubjectWhitespace() {
        super("subject-whitespace", Severity.WARNING, "RFC 5280 §7.1", "No attribute begins or ends with a space.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        String text = attribute.text();
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ')
                ? wrong("the subject has " + Shown.quoted(text) + " with a space at an end")
                : fine();
    }
}
