package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/** What is found in the failing sample of each rule, and not in its twin that passes. */
final class SampleFindings {
    private static final String UNREADABLE = "cannot be judged";

    private SampleFindings() {}

    /**
     * Each rule finds its sample once, and by what it says.
     *
     * @param weight that the finding has
     */
    static void fire(List<Rule> rules, Function<Rule, List<Finding>> sample, Function<Rule, Severity> weight) {
        assertThat(rules)
                .allSatisfy(rule -> assertThat(sample.apply(rule))
                        .filteredOn(finding -> finding.rule().equals(rule.id()))
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.severity()).isEqualTo(weight.apply(rule));
                            if (!rule.id().endsWith("well-formed")) {
                                assertThat(finding.message()).doesNotContain(UNREADABLE);
                            }
                        }));
    }

    /** No rule says anything about its twin, which can be judged. */
    static void areSilent(List<Rule> rules, Function<Rule, List<Finding>> twin) {
        assertThat(rules)
                .allSatisfy(rule -> assertThat(twin.apply(rule))
                        .noneMatch(finding -> finding.rule().equals(rule.id()))
                        .noneMatch(finding -> finding.message().contains(UNREADABLE)));
    }
}
