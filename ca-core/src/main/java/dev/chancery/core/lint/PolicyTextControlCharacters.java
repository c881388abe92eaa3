package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** People are to read it; what turns or hides text misleads them. */
final class PolicyTextControlCharacters extends PolicyTextRule {
    PolicyTextControlCharacters() {
        super(
                "policy-text-control-characters",
                Severity.WARNING,
                "RFC 5280 §4.2.1.4",
                "The text of a user notice has no control characters.");
    }

    @Override
    Optional<String> judge(DerCursor text) {
        return Characters.hidden(Asn1.text(text))
                ? wrong("the text of a user notice has control or formatting characters: "
                        + Shown.quoted(Asn1.text(text)))
                : fine();
    }
}
