package dev.chancery.core.lint;

import java.util.Optional;

/** DNS cannot carry a longer one. */
final class DnsLength extends DnsNameRule {
    DnsLength() {
        super("dns-length", Severity.ERROR, "RFC 1035 §2.3.4", "A host name has at most 253 characters.");
    }

    @Override
    Optional<String> judge(String name) {
        return name.length() <= 253 ? fine() : wrong(Shown.quoted(name) + " has " + name.length() + " characters");
    }
}
