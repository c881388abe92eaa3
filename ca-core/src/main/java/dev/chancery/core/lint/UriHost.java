package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Verifiers that apply name constraints look at the host. */
final class UriHost extends NamesRule {
    UriHost() {
        super("san-uri-host", Severity.ERROR, "RFC 5280 §4.2.1.6", "The host of a URI is a host name or an address.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.uri() && !Characters.uriHostGood(name.text())) {
                return wrong("the host of " + Shown.quoted(name.text()) + " is no host name and no address");
            }
        }
        return fine();
    }
}
