package dev.chancery.core.lint;

import java.util.Optional;

/** No verifier applies one to X.400 addresses, EDI parties or registered identifiers. */
final class NameConstraintsKnownForms extends ConstraintRule {
    NameConstraintsKnownForms() {
        super(
                "name-constraints-known-forms",
                Severity.WARNING,
                "RFC 5280 §4.2.1.10",
                "Constraints are about hosts, mail, URIs, addresses, directory names and other names.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        int form = subtree.base().tag();
        return form == GeneralName.X400 || form == GeneralName.EDI_PARTY || form == GeneralName.REGISTERED_ID
                ? wrong("a subtree constrains a form of name that no verifier applies: " + subtree.shown())
                : fine();
    }
}
