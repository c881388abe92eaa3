package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A critical one, such as certificateIssuer, makes verifiers refuse the whole CRL. */
final class CrlEntryExtensions extends CrlEntryRule {
    CrlEntryExtensions() {
        super(
                "crl-entry-extensions",
                Severity.ERROR,
                "RFC 5280 §5.3",
                "crlEntryExtensions",
                "Extensions of an entry are none or some, none of them twice and none critical.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        Set<String> seen = new HashSet<>();
        for (JudgedExtension extension : entry.extensions()) {
            if (extension.critical() || extension.criticalWritten() || !seen.add(extension.oid())) {
                return wrong(entry.name() + " has extension " + extension.oid() + " twice, or with critical written");
            }
        }
        return entry.extended() && seen.isEmpty() ? wrong(entry.name() + " has an empty extensions field") : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
