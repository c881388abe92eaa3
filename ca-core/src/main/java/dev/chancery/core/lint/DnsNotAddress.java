package dev.chancery.core.lint;

import java.util.Optional;

/** Clients look for an address among the addresses only. */
final class DnsNotAddress extends DnsNameRule {
    DnsNotAddress() {
        super(
                "dns-not-address",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "An IP address stands as iPAddress, not as dNSName.");
    }

    @Override
    Optional<String> judge(String name) {
        String[] labels = labels(name);
        return labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9') && !name.isEmpty()
                ? wrong(Shown.quoted(name) + " is an address or ends with a number; write it as an IP address")
                : fine();
    }
}
