package dev.chancery.core.profile;

import dev.chancery.core.lint.Linter;
import dev.chancery.core.lint.Rule;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.lint.Weights;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule of the judge that counts for less in one profile, because the readers of its certificates want them so. Rules
 * about the encoding cannot be turned down, nor those that hold a certificate to what was granted.
 *
 * @param rule by name, {@code dns-underscore}
 * @param severity less than it usually is
 * @param reason shown wherever the finding or the profile is
 */
public record TurnedDownRule(String rule, RuleWeight severity, String reason) {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_SUGGESTIONS = 6;

    public TurnedDownRule {
        Rule turned = find(rule);
        turned.firm().ifPresent(why -> {
            throw new IllegalArgumentException("rule: " + rule + " " + why
                    + ", so it cannot be turned down; the page /rules shows which rules can, such as dns-underscore");
        });
        if (!severity.isLessThan(turned.severity())) {
            throw new IllegalArgumentException("severity: " + rule + " is "
                    + (turned.severity() == Severity.NOTICE ? "a notice" : "a warning") + " already; write "
                    + (turned.severity() == Severity.NOTICE ? "off" : "notice or off"));
        }
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("reason: is 1 to " + LONGEST_REASON
                    + " characters on one line, for whoever wonders later; write who needs it and why");
        }
    }

    /** What the rule usually counts for. */
    public Severity usually() {
        return find(rule).severity();
    }

    /** {@code dns-underscore is a notice only}. */
    String words() {
        return rule + " " + severity.words();
    }

    /** The same for the judge. */
    public static Weights weights(Collection<TurnedDownRule> rules) {
        return rules.isEmpty()
                ? Weights.usual()
                : new Weights(rules.stream()
                        .collect(Collectors.toMap(
                                TurnedDownRule::rule,
                                turned -> new Weights.Changed(turned.severity.severity(), turned.reason))));
    }

    private static Rule find(String name) {
        return Linter.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "rule: " + Quoted.of(name) + " is no rule about certificates; " + suggestions(name)));
    }

    /** Those that have a word in common with what was written. */
    private static String suggestions(String name) {
        Set<String> words = Set.copyOf(
                Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).collect(Collectors.toSet()));
        List<String> similar = Linter.rules().stream()
                .filter(rule -> rule.firm().isEmpty())
                .map(Rule::id)
                .filter(id -> Arrays.stream(id.split("-")).anyMatch(words::contains))
                .limit(MOST_SUGGESTIONS)
                .toList();
        return (similar.isEmpty() ? "" : "there are " + String.join(", ", similar) + "; ")
                + "the page /rules lists all, by names such as dns-underscore";
    }
}
