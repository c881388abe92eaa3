package dev.chancery.core.lint;

import java.util.Optional;

/** Anything else matches nothing. */
final class NameConstraintsEmailForm extends ConstraintRule {
    NameConstraintsEmailForm() {
        super(
                "name-constraints-email-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "A constraint on mail is a mailbox, a host, or a domain with a dot in front.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        String text = subtree.base().text();
        int at = text.lastIndexOf('@');
        String host = text.substring(at + 1);
        boolean good = at != 0
                && (text.isEmpty() || Characters.hostName(at < 0 && host.startsWith(".") ? host.substring(1) : host));
        return !subtree.base().email() || good
                ? fine()
                : wrong("a constraint on mail is " + Shown.quoted(text)
                        + "; write user@example.com, example.com or .example.com");
    }
}
