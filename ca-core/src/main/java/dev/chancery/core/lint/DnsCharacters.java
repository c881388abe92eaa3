package dev.chancery.core.lint;

import java.util.Optional;

/** Nothing else is a host name, and clients compare only host names. */
final class DnsCharacters extends DnsNameRule {
    DnsCharacters() {
        super(
                "dns-characters",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6, RFC 1034 §3.5",
                "subjectAltName",
                "Each label of a host name is letters, digits and hyphens, with a letter or digit at both " + "ends.");
    }

    @Override
    Optional<String> judge(String name) {
        for (String label : labels(name)) {
            if (!label.equals("*") && label.indexOf('*') < 0 && label.indexOf('_') < 0 && !Characters.ldh(label)) {
                return wrong(Shown.quoted(name) + " has the label " + Shown.quoted(label));
            }
        }
        return fine();
    }
}
