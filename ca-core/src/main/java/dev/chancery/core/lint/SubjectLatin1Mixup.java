package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Two characters then stand where there should be one umlaut. */
final class SubjectLatin1Mixup extends AttributeRule {
    SubjectLatin1Mixup() {
        super(
                "subject-latin1-mixup",
                Severity.WARNING,
                "RFC 3629 §3",
                "No attribute holds UTF-8 that was taken for Latin-1.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        String text = attribute.text();
        for (int i = 0; i + 1 < text.length(); i++) {
            char first = text.charAt(i);
            char second = text.charAt(i + 1);
            if (first >= 0xc2 && first <= 0xf4 && second >= 0x80 && second <= 0xbf) {
                return wrong("the subject has " + Shown.quoted(text) + ", which is UTF-8 encoded twice");
            }
        }
        return fine();
    }
}
