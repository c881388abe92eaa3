package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what rules find. A rule that throws has found something: nobody looked, so nothing may pass. */
final class Findings {
    private final List<Finding> found = new ArrayList<>(2);
    private final Set<String> unreadable = new HashSet<>(2);

    /** Whether the rule found something. */
    boolean add(Rule rule, Supplier<Optional<String>> judgement) {
        try {
            Optional<String> message = judgement.get();
            message.ifPresent(text -> found.add(rule.finding(text)));
            return message.isPresent();
        } catch (RuntimeException e) {
            // One broken part stops every rule that looks at it; saying so once is enough.
            if (unreadable.add(String.valueOf(e.getMessage()))) {
                found.add(rule.unjudged(e));
            }
            return true;
        }
    }

    boolean failed() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
