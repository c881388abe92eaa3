package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** RFC 5280 forbids relative ones. */
final class UriForm extends NamesRule {
    UriForm() {
        super(
                "san-uri-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "A URI is absolute: a scheme and something after it.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.uri() && !Characters.absoluteUri(name.text())) {
                return wrong(Shown.quoted(name.text()) + " is no absolute URI");
            }
        }
        return fine();
    }
}
