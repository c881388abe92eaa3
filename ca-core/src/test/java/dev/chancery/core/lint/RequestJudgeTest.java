package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The judge of requests")
class RequestJudgeTest {
    private static final Map<String, RequestSamples.Pair> SAMPLES = RequestSamples.all();

    static List<Rule> rules() {
        return RequestJudge.rules();
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
        assertThat(rules())
                .allSatisfy(rule -> assertThat(SAMPLES.get(rule.id()).bad().findings())
                        .filteredOn(finding -> finding.rule().equals(rule.id()))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(rule.severity())));
    }

    @Test
    @DisplayName("is silent about the twins of the samples")
    void passes() {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(SAMPLES.get(rule.id()).good().findings())
                        .noneMatch(finding -> finding.rule().equals(rule.id()))
                        .noneMatch(finding -> finding.message().contains("cannot be judged")));
    }

    @Test
    @DisplayName("is content with a good one")
    void good() {
        assertThat(RequestDraft.good().findings()).isEmpty();
    }

    @Test
    @DisplayName("judges the key, the subject and the names as in a certificate")
    void parts() {
        RequestDraft draft = new RequestDraft()
                .ask("2.5.29.17", Tlv.sequence(Tlv.text(0x82, "my_host.example.com")))
                .but(changed -> changed.key = TestKeys.rsa(1024, 65537))
                .but(changed -> changed.subject =
                        Tlv.sequence(Tlv.set(Tlv.sequence(Tlv.oid("2.5.4.6"), Tlv.text(0x13, "de")))));
        assertThat(draft.findings())
                .extracting(Finding::rule)
                .contains("dns-underscore", "key-rsa-size", "subject-country", "csr-signature-verifies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3000", "3003020101", "300930003000030100", "30060000"})
    @DisplayName("says of what is no request that it is none")
    void none(String hex) {
        assertThat(RequestJudge.judge(Der.fromHex(hex)))
                .extracting(Finding::rule)
                .containsExactly("csr-well-formed");
    }

    @Test
    @DisplayName("says of attributes that cannot be read that nobody could judge them")
    void brokenAttributes() {
        assertThat(RequestSamples.broken().findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("cannot be judged"));
    }

    @Test
    @Tag("slow")
    @DisplayName("never throws and never passes a request with a bit flipped")
    void flippedBits() {
        byte[] good = RequestDraft.good().request().octets();
        Random random = new Random(20260501);
        for (int round = 0; round < 1500; round++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(RequestJudge.judge(Der.copyOf(flipped))).as("bit " + bit).isNotEmpty();
        }
    }
}
