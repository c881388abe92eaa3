package dev.chancery.core.lint;

import java.util.Optional;

/** Nothing else is a host name, and clients compare only host names. */
final class DnsCharacters extends DnsNameRule {
    DnsCharacters() {
        super(
                "dns-characters",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6, RFC 1034 §3.5",
                "Each label of a host name is letters, digits and hyphens, with a letter or digit at both " + "ends.");
    }

    @Override
    Optional<String> judge(String name) {
        if (usual(name)) {
            return fine();
        }
        for (String label : labels(name)) {
            if (!label.equals("*") && label.indexOf('*') < 0 && label.indexOf('_') < 0 && !Characters.ldh(label)) {
                return wrong(Shown.quoted(name) + " has the label " + Shown.quoted(label));
            }
        }
        return fine();
    }

    /** Without taking it apart. */
    private static boolean usual(String name) {
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!Characters.ldh(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return Characters.ldh(name, start, name.length());
    }
}
