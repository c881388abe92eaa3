package dev.chancery.core.lint;

import java.util.Optional;

/** Distances are of no use with any form of name that there is. */
final class NameConstraintsDistances extends ConstraintRule {
    NameConstraintsDistances() {
        super(
                "name-constraints-distances",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "A subtree begins at its base and has no maximum.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        return subtree.plain()
                ? fine()
                : wrong("the subtree " + subtree.shown() + " has a minimum above 0 or a maximum");
    }
}
