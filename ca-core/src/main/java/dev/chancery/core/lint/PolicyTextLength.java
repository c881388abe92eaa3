package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** Longer ones are cut off by what shows them. */
final class PolicyTextLength extends PolicyTextRule {
    PolicyTextLength() {
        super(
                "policy-text-length",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "The text of a user notice has 1 to 200 characters.");
    }

    @Override
    Optional<String> judge(DerCursor text) {
        String notice = Asn1.text(text);
        int characters = notice.codePointCount(0, notice.length());
        return characters >= 1 && characters <= 200
                ? fine()
                : wrong("the text of a user notice has " + characters + " characters");
    }
}
