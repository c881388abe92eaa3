package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list built twice is the sign of a broken builder. */
final class SanUnique extends NamesRule {
    SanUnique() {
        super("san-unique", Severity.ERROR, "RFC 5280 §4.2.1.6", "No name stands there twice.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        Set<String> seen = new HashSet<>();
        for (GeneralName name : names) {
            if (!seen.add(name.label())) {
                return wrong("subjectAltName has " + Shown.quoted(name.label()) + " twice");
            }
        }
        return fine();
    }
}
