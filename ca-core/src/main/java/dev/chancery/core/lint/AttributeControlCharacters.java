package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** They make a name look like another one, and cut it short where C strings are used. */
final class AttributeControlCharacters extends AttributeRule {
    AttributeControlCharacters() {
        super(
                "subject-control-characters",
                Severity.ERROR,
                "RFC 5280 §8",
                "No attribute holds control or bidirectional formatting characters.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return Characters.hidden(attribute.text())
                ? wrong("attribute " + attribute.oid() + " " + Shown.quoted(attribute.text())
                        + " has control or formatting characters")
                : fine();
    }
}
