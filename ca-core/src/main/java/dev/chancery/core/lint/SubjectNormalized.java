package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.text.Normalizer;
import java.util.Optional;

/** One name is to have one spelling, or comparisons fail. */
final class SubjectNormalized extends AttributeRule {
    SubjectNormalized() {
        super(
                "subject-normalized",
                Severity.WARNING,
                "RFC 5280 §7.1",
                "Attributes should be normalized (Unicode form C).");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return Characters.visibleAscii(attribute.text())
                        || Normalizer.isNormalized(attribute.text(), Normalizer.Form.NFC)
                ? fine()
                : wrong("the subject has " + Shown.quoted(attribute.text()) + ", which is not in Unicode form C");
    }
}
