package dev.chancery.core.lint;

import java.util.Optional;

/** No client asks for it with the dot, so it never matches. */
final class DnsTrailingDot extends DnsNameRule {
    DnsTrailingDot() {
        super("dns-trailing-dot", Severity.ERROR, "RFC 5280 §4.2.1.6", "A host name does not end with a dot.");
    }

    @Override
    Optional<String> judge(String name) {
        return name.endsWith(".") ? wrong(Shown.quoted(name) + " ends with a dot") : fine();
    }
}
