package dev.chancery.core.lint;

import java.util.Optional;

/** Clients match nothing else, or, worse, too much. */
final class DnsWildcard extends DnsNameRule {
    DnsWildcard() {
        super(
                "dns-wildcard",
                Severity.ERROR,
                "RFC 9525 §6.3",
                "A wildcard is the whole leftmost label, with two labels or more after it.");
    }

    @Override
    Optional<String> judge(String name) {
        int star = name.lastIndexOf('*');
        return star < 0 || star == 0 && name.startsWith("*.") && labels(name).length >= 3
                ? fine()
                : wrong(Shown.quoted(name) + " has a wildcard in the wrong place; write *.example.com");
    }
}
