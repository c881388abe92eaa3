package dev.chancery.core.lint;

import java.util.Optional;

/** Clients look for an address among the addresses only. */
final class DnsNotAddress extends DnsNameRule {
    DnsNotAddress() {
        super(
                "dns-not-address",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "An IP address stands as iPAddress, not as dNSName.");
    }

    @Override
    Optional<String> judge(String name) {
        return endsWithNumber(name) && !name.isEmpty()
                ? wrong(Shown.quoted(name) + " is an address or ends with a number; write it as an IP address")
                : fine();
    }

    private static boolean endsWithNumber(String name) {
        for (int i = name.lastIndexOf('.') + 1; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
