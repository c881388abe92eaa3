package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what rules find. A rule that throws has found something: nobody looked, so nothing may pass. */
final class Findings {
    private final boolean ours;
    private final Weights weights;
    private final List<Finding> found = new ArrayList<>(2);
    private final List<String> unreadable = new ArrayList<>(2);

    private Findings(boolean ours, Weights weights) {
        this.ours = ours;
        this.weights = weights;
    }

    /** About what this CA signs: each rule with its full weight, but for those that the profile turns down. */
    static Findings ofOurs(Weights weights) {
        return new Findings(true, weights);
    }

    /** About what this CA signs: each rule with its full weight. */
    static Findings ofOurs() {
        return ofOurs(Weights.usual());
    }

    /** About what somebody else may have made. */
    static Findings ofAny() {
        return ofAny(Weights.usual());
    }

    /** The same, as a certificate of a profile that turns rules down. */
    static Findings ofAny(Weights weights) {
        return new Findings(false, weights);
    }

    /** Whether the rule found something. */
    boolean add(Rule rule, Supplier<Optional<String>> judgement) {
        try {
            Optional<String> message = judgement.get();
            add(rule, message);
            return message.isPresent();
        } catch (RuntimeException e) {
            unjudged(rule, e);
            return true;
        }
    }

    void add(Rule rule, Optional<String> message) {
        if (message.isPresent()) {
            weights.weigh(rule.finding(message.get(), ours)).ifPresent(found::add);
        }
    }

    /** One broken part stops every rule that looks at it; saying so once is enough. */
    void unjudged(Rule rule, RuntimeException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (!unreadable.contains(reason)) {
            unreadable.add(reason);
            found.add(rule.unjudged(cause));
        }
    }

    boolean failed() {
        for (Finding finding : found) {
            if (finding.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
