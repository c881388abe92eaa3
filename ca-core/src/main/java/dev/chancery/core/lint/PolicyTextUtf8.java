package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** The other types are for compatibility only. */
final class PolicyTextUtf8 extends PolicyTextRule {
    PolicyTextUtf8() {
        super("policy-text-utf8", Severity.WARNING, "RFC 6818 §3", "The text of a user notice should be a UTF8String.");
    }

    @Override
    Optional<String> judge(DerCursor text) {
        return text.tag() == Asn1.VISIBLE_STRING || text.tag() == Asn1.BMP_STRING
                ? wrong("the text of a user notice is no UTF8String")
                : fine();
    }
}
