package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** TeletexString, BMPString and UniversalString are read differently from one software to the next. */
final class AttributeStringType extends AttributeRule {
    AttributeStringType() {
        super(
                "subject-string-type",
                Severity.ERROR,
                "RFC 5280 §4.1.2.4",
                "Attributes are PrintableString or UTF8String; mail and domain components IA5String; "
                        + "serial numbers PrintableString.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        return AttributeType.of(attribute.oid())
                        .map(type -> type.allows(attribute.value().tag()))
                        .orElse(true)
                ? fine()
                : wrong(String.format(
                        "attribute %s (%s) has the string tag 0x%02x",
                        attribute.oid(),
                        Shown.quoted(attribute.text()),
                        attribute.value().tag()));
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
