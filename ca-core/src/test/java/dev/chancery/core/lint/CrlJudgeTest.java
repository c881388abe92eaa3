package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The judge of CRLs")
class CrlJudgeTest {
    private static final Map<String, CrlDraft> SAMPLES = CrlSamples.all().stream()
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static List<Rule> rules() {
        return CrlJudge.rules();
    }

    static Stream<Arguments> goodOnes() {
        return Stream.of(
                Arguments.of("empty", CrlDraft.empty()),
                Arguments.of("full", CrlDraft.full()),
                Arguments.of("delta", CrlDraft.delta()));
    }

    @Test
    @DisplayName("has a failing sample for every rule, and a rule for every sample")
    void complete() {
        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(SAMPLES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::id).toList());
    }

    @Test
    @DisplayName("finds the sample of every rule")
    void fires() {
        SampleFindings.fire(rules(), rule -> SAMPLES.get(rule.id()).findings(), Rule::severity);
    }

    @Test
    @DisplayName("is silent about the twins of the samples")
    void passes() {
        SampleFindings.areSilent(rules(), rule -> CrlSamples.twin(rule.id()).findings());
    }

    @Test
    @DisplayName("also finds other breaches")
    void firesToo() {
        assertThat(CrlSamples.more().entrySet())
                .allSatisfy(sample -> assertThat(sample.getKey().findings())
                        .as(sample.getValue())
                        .extracting(Finding::rule)
                        .contains(sample.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodOnes")
    @DisplayName("is content with a good CRL that is")
    void silent(String name, CrlDraft draft) {
        assertThat(draft.findings()).as(name).isEmpty();
    }

    @Test
    @Tag("slow")
    @DisplayName("never throws and never passes a CRL with a bit flipped")
    void flippedBits() {
        byte[] good = CrlDraft.full().crl().octets();
        Der ca = Scenes.rootCertificate().certificate();
        Random random = new Random(20260301);
        for (int round = 0; round < 1000; round++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CrlJudge.judge(Der.copyOf(flipped), ca)).as("bit " + bit).isNotEmpty();
        }
    }

    @Test
    @DisplayName("names the repeated serial, wherever in a long list its twin stands")
    void repeated() {
        CrlDraft draft = CrlDraft.empty();
        Random random = new Random(7);
        List<byte[]> serials = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            byte[] serial = new BigInteger(120, random).setBit(125).toByteArray();
            serials.add(serial);
            draft.entry(Tlv.sequence(Tlv.tlv(0x02, serial), Tlv.text(0x17, "260201000000Z")));
        }
        assertThat(draft.findings()).isEmpty();
        draft.entry(draft.entries.get(1234));
        assertThat(draft.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains(new BigInteger(serials.get(1234)).toString(16)));
    }

    @Test
    @DisplayName("reads a CRL for comparison, entry by entry")
    void content() {
        CrlContent content = CrlContent.read(CrlDraft.delta().crl());
        Map<BigInteger, OptionalInt> reasons = new java.util.LinkedHashMap<>();
        content.forEach((serial, date, reason) -> {
            assertThat(date).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
            reasons.put(serial, reason);
        });
        assertThat(reasons)
                .containsExactly(
                        Map.entry(BigInteger.valueOf(0x5a01), OptionalInt.of(1)),
                        Map.entry(BigInteger.valueOf(0x4b02), OptionalInt.empty()),
                        Map.entry(BigInteger.valueOf(0x5a03), OptionalInt.of(6)),
                        Map.entry(BigInteger.valueOf(0x5a04), OptionalInt.of(8)));
        assertThat(content.count()).isEqualTo(4);
        assertThat(content.number()).contains(BigInteger.valueOf(17));
        assertThat(content.deltaBase()).contains(BigInteger.valueOf(16));
        assertThat(content.thisUpdate()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(content.nextUpdate()).contains(Instant.parse("2026-03-08T00:00:00Z"));
        assertThat(content.nextPublish()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(content.issuer()).isEqualTo(Der.copyOf(Scenes.rootCertificate().subject));
        assertThatThrownBy(() -> CrlContent.read(Der.fromHex("3003020101")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CertificateList");
    }
}
