package dev.chancery.core.lint;

import java.util.Optional;

/** DNS cannot carry another. */
final class DnsLabelLength extends DnsNameRule {
    DnsLabelLength() {
        super(
                "dns-label-length",
                Severity.ERROR,
                "RFC 1035 §2.3.4",
                "subjectAltName",
                "Each label of a host name has 1 to 63 characters.");
    }

    @Override
    Optional<String> judge(String name) {
        String body = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (String label : labels(body)) {
            if (label.isEmpty() || label.length() > 63) {
                return wrong(Shown.quoted(name) + " has a label of " + label.length() + " characters");
            }
        }
        return fine();
    }
}
