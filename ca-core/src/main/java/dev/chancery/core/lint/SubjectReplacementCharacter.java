package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** U+FFFD, or a question mark in its place, is what a wrong conversion leaves behind. */
final class SubjectReplacementCharacter extends AttributeRule {
    SubjectReplacementCharacter() {
        super(
                "subject-replacement-character",
                Severity.WARNING,
                "Unicode Standard §5.22",
                "No attribute holds the mark of a character that was lost.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return attribute.text().indexOf('\ufffd') >= 0
                ? wrong("the subject has " + Shown.quoted(attribute.text())
                        + ", in which a character was lost (U+FFFD)")
                : fine();
    }
}
