package dev.chancery.core.lint;

import java.util.Optional;

/** DNS cannot carry another. */
final class DnsLabelLength extends DnsNameRule {
    DnsLabelLength() {
        super(
                "dns-label-length",
                Severity.ERROR,
                "RFC 1035 §2.3.4",
                "Each label of a host name has 1 to 63 characters.");
    }

    @Override
    Optional<String> judge(String name) {
        if (usual(name)) {
            return fine();
        }
        String body = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (String label : labels(body)) {
            if (label.isEmpty() || label.length() > 63) {
                return wrong(Shown.quoted(name) + " has a label of " + label.length() + " characters");
            }
        }
        return fine();
    }

    /** Without taking it apart; a name that ends with a dot is not. */
    private static boolean usual(String name) {
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (dot == start || dot - start > 63) {
                return false;
            }
            start = dot + 1;
        }
        return name.length() > start && name.length() - start <= 63;
    }
}
