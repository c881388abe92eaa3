package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Nothing reads them. */
final class KnownNameForms extends NamesRule {
    KnownNameForms() {
        super(
                "san-known-forms",
                Severity.WARNING,
                "RFC 5280 §4.2.1.6",
                "There are no X.400 addresses and no EDI party names.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.tag() == GeneralName.X400 || name.tag() == GeneralName.EDI_PARTY) {
                return wrong("an alternative name is an "
                        + (name.tag() == GeneralName.X400 ? "X.400 address" : "EDI party"));
            }
        }
        return fine();
    }
}
