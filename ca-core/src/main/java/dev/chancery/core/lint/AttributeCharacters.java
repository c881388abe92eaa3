package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A PrintableString with an @ or an underscore, or broken UTF-8, is read differently or refused. */
final class AttributeCharacters extends AttributeRule {
    AttributeCharacters() {
        super(
                "subject-characters",
                Severity.ERROR,
                "X.680 §41.4, RFC 3629 §3",
                "The octets of an attribute are characters of its string type.");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        byte[] octets = attribute.value().content();
        boolean good = switch (attribute.value().tag()) {
            case Asn1.PRINTABLE_STRING -> Characters.printableString(octets);
            case Asn1.IA5_STRING -> Characters.ascii(octets);
            case Asn1.UTF8_STRING -> Asn1.decodes(octets, StandardCharsets.UTF_8);
            default -> true;
        };
        return good
                ? fine()
                : wrong("attribute " + attribute.oid() + " " + Shown.quoted(attribute.text())
                        + " has characters that its string type does not");
    }
}
