package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** A NUL or a letter outside ASCII makes one name look like another; C strings end at a NUL. */
final class SanAscii extends NamesRule {
    SanAscii() {
        super("san-ascii", Severity.ERROR, "RFC 5280 §4.2.1.6", "Hosts, mail addresses and URIs are visible ASCII.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if ((name.dns() || name.email() || name.uri()) && !Characters.visibleAscii(name.text())) {
                return wrong(Shown.quoted(name.text()) + " has characters that are not visible ASCII");
            }
        }
        return fine();
    }
}
