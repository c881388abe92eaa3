package dev.chancery.core.lint;

import java.util.List;
import java.util.function.Function;

public sealed interface LintOutcome {
    record Passed(Linted token) implements LintOutcome {}

    record Failed(List<Finding> findings) implements LintOutcome {
        public Failed {
            findings = List.copyOf(findings);
        }
    }

    default <T> T fold(Function<Linted, T> passed, Function<List<Finding>, T> failed) {
        return this instanceof Passed good ? passed.apply(good.token()) : failed.apply(((Failed) this).findings());
    }
}
