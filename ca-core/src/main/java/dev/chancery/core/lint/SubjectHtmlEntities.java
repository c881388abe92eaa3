package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;
import java.util.regex.Pattern;

/** It was copied out of a page and not decoded. */
final class SubjectHtmlEntities extends AttributeRule {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});");

    SubjectHtmlEntities() {
        super(
                "subject-html-entities",
                Severity.WARNING,
                "RFC 5280 §4.1.2.6",
                "No attribute holds a character written as in HTML.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return attribute.text().indexOf('&') >= 0
                        && ENTITY.matcher(attribute.text()).find()
                ? wrong("the subject has " + Shown.quoted(attribute.text())
                        + ", in which a character is written as in HTML")
                : fine();
    }
}
