package dev.chancery.core.lint;

import java.util.Optional;

/** With a dot in front, some verifiers let nothing pass and others everything below. */
final class NameConstraintsDnsForm extends ConstraintRule {
    NameConstraintsDnsForm() {
        super(
                "name-constraints-dns-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "A constraint on hosts is a host name, without a dot in front and without a wildcard.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        String host = subtree.base().text();
        return !subtree.base().dns() || host.isEmpty() || Characters.hostName(host)
                ? fine()
                : wrong("a constraint on hosts is " + Shown.quoted(host) + "; write example.com");
    }
}
