package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** IA5String was allowed by older profiles only. */
final class PolicyTextType extends PolicyTextRule {
    PolicyTextType() {
        super(
                "policy-text-type",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "The text of a user notice is UTF8String, VisibleString or BMPString.");
    }

    @Override
    Optional<String> judge(DerCursor text) {
        return text.tag() == Asn1.UTF8_STRING || text.tag() == Asn1.VISIBLE_STRING || text.tag() == Asn1.BMP_STRING
                ? fine()
                : wrong(String.format("the text of a user notice has the string tag 0x%02x", text.tag()));
    }
}
