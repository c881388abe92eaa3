package dev.chancery.core.lint;

import java.util.Map;
import java.util.Optional;

/**
 * The rules that a profile turns down, by name. Whatever a rule could not look at stays an error: nobody looked.
 *
 * @param changed by the name of the rule; rules that are not here keep their weight
 */
public record Weights(Map<String, Changed> changed) {
    private static final Weights USUAL = new Weights(Map.of());

    /**
     * What a rule counts for instead.
     *
     * @param severity never more than it usually is; empty when nothing is said at all
     * @param reason why, for whoever reads the finding
     */
    public record Changed(Optional<Severity> severity, String reason) {}

    public Weights {
        changed = Map.copyOf(changed);
        for (String name : changed.keySet()) {
            Rule rule = Linter.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("no rule about certificates is called " + name));
            rule.firm().ifPresent(why -> {
                throw new IllegalArgumentException("the rule " + name + " " + why);
            });
        }
    }

    /** Every rule as it is. */
    public static Weights usual() {
        return USUAL;
    }

    /** Asked of what was found, which is seldom: where nothing is found, weights cost nothing. */
    Optional<Finding> weigh(Finding finding) {
        Changed other = changed.get(finding.rule());
        return other == null
                ? Optional.of(finding)
                : other.severity().map(severity -> finding.turnedDown(severity, other.reason()));
    }
}
