package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Anything else, such as a display name, is matched by no mail program. */
final class EmailForm extends NamesRule {
    EmailForm() {
        super("san-email-form", Severity.ERROR, "RFC 5280 §4.2.1.6, RFC 5321 §4.1.2", "A mail address is user@host.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            String text = name.email() ? name.text() : "a@b";
            int at = text.indexOf('@');
            if (at < 1 || at != text.lastIndexOf('@') || at == text.length() - 1 || text.indexOf('<') >= 0) {
                return wrong(Shown.quoted(text) + " is not of the form user@host");
            }
        }
        return fine();
    }
}
