package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Anything else is refused by strict parsers and misread by people. */
final class CountryCode extends AttributeRule {
    CountryCode() {
        super(
                "subject-country",
                Severity.ERROR,
                "RFC 5280 appendix A.1",
                "A country is a PrintableString of two capital letters (ISO 3166).");
    }

    @Override
    Optional<String> judge(Attribute attribute) {
        if (!attribute.oid().equals(ObjectIdentifiers.COUNTRY)) {
            return fine();
        }
        String text = attribute.text();
        return attribute.value().tag() == Asn1.PRINTABLE_STRING
                        && text.length() == 2
                        && Characters.capital(text.charAt(0))
                        && Characters.capital(text.charAt(1))
                ? fine()
                : wrong("the country is " + Shown.quoted(text) + "; write the two-letter code, such as DE");
    }
}
