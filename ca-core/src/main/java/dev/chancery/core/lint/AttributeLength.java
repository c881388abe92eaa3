package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Parsers with fixed fields refuse or cut longer ones. */
final class AttributeLength extends AttributeRule {
    AttributeLength() {
        super(
                "subject-length",
                Severity.ERROR,
                "RFC 5280 appendix A.1",
                "Attributes keep their upper bounds: common name 64 characters, organization 64, locality " + "128.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        int limit = AttributeType.of(attribute.oid())
                .map(AttributeType::maximumLength)
                .orElse(Integer.MAX_VALUE);
        String text = attribute.text();
        int length = text.codePointCount(0, text.length());
        return length <= limit
                ? fine()
                : wrong("attribute " + attribute.oid() + " has " + length + " characters; at most " + limit
                        + " are allowed");
    }
}
