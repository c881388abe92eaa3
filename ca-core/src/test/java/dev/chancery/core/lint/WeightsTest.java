package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule that a profile turns down")
class WeightsTest {
    private static final String RULE = "dns-underscore";

    private static Weights only(String rule, Optional<Severity> severity) {
        return new Weights(Map.of(rule, new Weights.Changed(severity, "our SIP hosts are called so")));
    }

    private static Scene underscored(Weights weights) {
        return named(weights, "my_host.example.com");
    }

    /** Granted those names and no other. */
    private static Scene named(Weights weights, String... hosts) {
        byte[][] names = Arrays.stream(hosts).map(host -> Tlv.text(0x82, host)).toArray(byte[][]::new);
        return Scenes.serverNamed(names).where(scene -> {
            scene.names = Arrays.stream(hosts).map(host -> "dns:" + host).collect(Collectors.toSet());
            scene.weights = weights;
        });
    }

    static Stream<Rule> firm() {
        return Linter.rules().stream().filter(rule -> rule.firm().isPresent());
    }

    @Test
    @DisplayName("lets the signature through, and keeps the reason beside the finding")
    void notice() {
        assertThat(underscored(Weights.usual()).outcome(new Linter())).isInstanceOf(LintOutcome.Failed.class);

        LintOutcome outcome =
                underscored(only(RULE, Optional.of(Severity.NOTICE))).outcome(new Linter());

        assertThat(outcome).isInstanceOf(LintOutcome.Passed.class);
        assertThat(outcome.fold(Linted::remarks, findings -> findings))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(RULE);
                    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(finding.reason()).contains("our SIP hosts are called so");
                });
    }

    @Test
    @DisplayName("says nothing when it is off, and the other rules go on")
    void off() {
        assertThat(underscored(only(RULE, Optional.empty())).findings()).isEmpty();
        assertThat(named(only(RULE, Optional.empty()), "my_host.example.com", "www-.example.com")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("dns-characters");
    }

    @Test
    @DisplayName("is not asked for a reason where it keeps its weight")
    void usual() {
        assertThat(underscored(Weights.usual()).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.reason()).isEmpty();
        });
    }

    @Test
    @DisplayName("never weighs more for that, also where it weighs less by itself")
    void neverMore() {
        // aia-ca-issuers-present is a notice.
        Scene scene = Scenes.ecServer()
                .but(draft -> draft.without("1.3.6.1.5.5.7.1.1"))
                .where(it -> it.weights = only("aia-ca-issuers-present", Optional.of(Severity.WARNING)));
        assertThat(scene.findings())
                .filteredOn(finding -> finding.rule().equals("aia-ca-issuers-present"))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTICE);
    }

    @Test
    @DisplayName("stays an error when it could not look")
    void unjudged() {
        Weights weights = new Weights(Map.of(
                "ski-in-end-entity", new Weights.Changed(Optional.empty(), "x"),
                "ski-in-ca", new Weights.Changed(Optional.empty(), "x")));
        Scene scene = Scenes.ecServer()
                .but(draft -> draft.with("2.5.29.14", false, Tlv.integer(1)))
                .where(it -> it.weights = weights);
        assertThat(scene.outcome(new Linter())).isInstanceOf(LintOutcome.Failed.class);
    }

    @Test
    @DisplayName("counts for less for finished certificates and requests of that profile as well")
    void finished() {
        Weights weights = only(RULE, Optional.empty());
        assertThat(new Linter().judge(LintSamples.faulty()))
                .extracting(Finding::rule)
                .contains(RULE);
        assertThat(new Linter(weights).judge(LintSamples.faulty()))
                .extracting(Finding::rule)
                .doesNotContain(RULE);
        assertThat(new Linter(weights).judge(LintSamples.faulty(), LintSamples.root()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firm")
    @DisplayName("is never")
    void never(Rule rule) {
        assertThat(rule.firm().orElseThrow()).isNotBlank();
        assertThatThrownBy(() -> only(rule.id(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule.id());
    }

    @Test
    @DisplayName("is none about the encoding, the grant, the issuer, CRLs or requests")
    void firmKinds() {
        assertThat(AllRules.encoding())
                .isNotEmpty()
                .allMatch(rule -> rule.firm().orElse("").contains("the encoding"));
        assertThat(Linter.rules())
                .filteredOn(rule -> rule instanceof ExpectationRule || rule instanceof IssuerRule)
                .isNotEmpty()
                .allMatch(rule -> rule.firm().isPresent());
        assertThat(Stream.of(CrlJudge.rules(), RequestJudge.rules(), OcspJudge.rules())
                        .flatMap(List::stream))
                .isNotEmpty()
                .allMatch(rule -> rule.firm().orElse("").contains("not about certificates"));
        assertThat(Linter.find("san-ascii").orElseThrow().firm().orElse("")).contains("the encoding");
        assertThat(Linter.find("eku-not-any").orElseThrow().firm().orElse("")).contains("SECURITY.md rule 6");
        assertThat(Linter.find("key-rsa-size").orElseThrow().firm().orElse("")).contains("broken");
        assertThat(Linter.find(RULE).orElseThrow().firm()).isEmpty();
    }

    @Test
    @DisplayName("is one that there is")
    void known() {
        assertThat(Linter.rules().stream().map(Rule::id)).containsAll(FirmRules.named());
        assertThatThrownBy(() -> only("no-such-rule", Optional.empty())).hasMessageContaining("no-such-rule");
        assertThat(Linter.find("no-such-rule")).isEmpty();
    }
}
