package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.text.Normalizer;
import java.util.Optional;

/** One text is to have one spelling. */
final class PolicyTextNormalized extends PolicyTextRule {
    PolicyTextNormalized() {
        super(
                "policy-text-normalized",
                Severity.WARNING,
                "RFC 5280 §4.2.1.4",
                "The text of a user notice should be normalized (Unicode form C).");
    }

    @Override
    Optional<String> judge(DerCursor text) {
        return Normalizer.isNormalized(Asn1.text(text), Normalizer.Form.NFC)
                ? fine()
                : wrong("the text of a user notice is not in Unicode form C: " + Shown.quoted(Asn1.text(text)));
    }
}
