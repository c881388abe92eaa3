package dev.chancery.core.lint;

import java.util.Optional;

/** The preferred name syntax has none; strict verifiers refuse the whole certificate. */
final class DnsUnderscore extends DnsNameRule {
    DnsUnderscore() {
        super("dns-underscore", Severity.ERROR, "RFC 5280 §4.2.1.6, RFC 1034 §3.5", "A host name has no underscore.");
    }

    @Override
    Optional<String> judge(String name) {
        return name.indexOf('_') < 0 ? fine() : wrong(Shown.quoted(name) + " has an underscore; use a hyphen");
    }
}
