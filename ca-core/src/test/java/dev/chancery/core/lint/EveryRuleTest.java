package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every rule about certificates")
class EveryRuleTest {
    private static final Map<String, Scene> SAMPLES = samples();

    private static Map<String, Scene> samples() {
        Map<String, Scene> samples = new TreeMap<>();
        Stream.of(
                        EncodingSamples.all(),
                        SignatureAndKeySamples.all(),
                        SubjectSamples.all(),
                        UsageSamples.all(),
                        ExtensionSamples.all(),
                        PolicySamples.all(),
                        ConstraintSamples.all(),
                        NameSamples.all(),
                        FurtherExtensionSamples.all(),
                        ParticularSamples.all())
                .flatMap(List::stream)
                .flatMap(some -> some.entrySet().stream())
                .forEach(sample -> assertThat(samples.put(sample.getKey(), sample.getValue()))
                        .as("second sample of " + sample.getKey())
                        .isNull());
        return samples;
    }

    static List<Rule> rules() {
        return Linter.rules();
    }

    static Stream<Arguments> goodOnes() {
        return Stream.of(
                Arguments.of("root", Scenes.root()),
                Arguments.of("intermediate", Scenes.intermediate()),
                Arguments.of("RSA server", Scenes.rsaServer()),
                Arguments.of("EC server", Scenes.ecServer()),
                Arguments.of("Ed25519 server", Scenes.server(TestKeys.ed25519())),
                Arguments.of("ML-DSA server", Scenes.server(TestKeys.mlDsa65())),
                Arguments.of("OCSP responder", Scenes.ocspResponder()));
    }

    static Stream<Arguments> statedOnes() {
        return Stream.of(
                Arguments.of("server with everything that a profile may state", ParticularSamples.statedServer()),
                Arguments.of("CA with every limit that a profile may state", ParticularSamples.limitedCa()));
    }

    @Test
    @DisplayName("has a failing sample, and every sample a rule")
    void complete() {
        assertThat(SAMPLES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::id).toList());
    }

    @Test
    @DisplayName("has an identifier of its own, a citation, a field and a sentence")
    void described() {
        assertThat(rules().stream().map(Rule::id)).doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(rule.citation()).matches(".+ (§|appendix )[0-9A-Z].*");
            assertThat(rule.field()).matches("[a-zA-Z]+");
            assertThat(rule.text()).endsWith(".");
        });
    }

    @Test
    @DisplayName("finds its sample")
    void fires() {
        SampleFindings.fire(rules(), rule -> SAMPLES.get(rule.id()).findings(), Rule::severity);
    }

    @Test
    @DisplayName("is silent about the twin of its sample")
    void passes() {
        assertThat(SAMPLES.values())
                .allSatisfy(sample -> assertThat(sample.twin()).isNotSameAs(sample));
        SampleFindings.areSilent(rules(), rule -> SAMPLES.get(rule.id()).twin().findings());
    }

    @Test
    @DisplayName("is never stricter about the certificates of others")
    void elsewhere() {
        assertThat(rules()).allSatisfy(rule -> assertThat(rule.elsewhere()).isGreaterThanOrEqualTo(rule.severity()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodOnes")
    @DisplayName("is content with a good")
    void silent(String name, Scene scene) {
        assertThat(scene.findings()).as(name).isEmpty();
        assertThat(new Linter().judge(scene.certificate.certificate())).as(name).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statedOnes")
    @DisplayName("is content with what the profile states")
    void stated(String name, Scene scene) {
        assertThat(scene.findings())
                .as(name)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("signature-pss-noted"));
    }
}
