package dev.chancery.core.lint;

import java.util.Optional;

/** It is about the host alone; a whole URI matches nothing. */
final class NameConstraintsUriForm extends ConstraintRule {
    NameConstraintsUriForm() {
        super(
                "name-constraints-uri-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "A constraint on URIs is a host name, or a domain with a dot in front.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        String host = subtree.base().text();
        String bare = host.startsWith(".") ? host.substring(1) : host;
        return !subtree.base().uri() || host.isEmpty() || Characters.hostName(bare)
                ? fine()
                : wrong("a constraint on URIs is " + Shown.quoted(host) + "; write host.example.com or .example.com");
    }
}
