package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The judge of OCSP responses")
class OcspJudgeTest {
    private static final Map<String, OcspSamples.Pair> SAMPLES = OcspSamples.all();

    static List<Rule> rules() {
        return OcspJudge.rules();
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
        SampleFindings.fire(rules(), rule -> SAMPLES.get(rule.id()).bad().findings(), Rule::elsewhere);
    }

    @Test
    @DisplayName("is silent about the twins of the samples")
    void passes() {
        SampleFindings.areSilent(rules(), rule -> SAMPLES.get(rule.id()).good().findings());
    }

    @Test
    @DisplayName("finds other breaches as well")
    void finds() {
        assertThat(OcspSamples.further())
                .allSatisfy(sample -> assertThat(sample.draft().findings())
                        .extracting(Finding::rule)
                        .contains(sample.rule()));
    }

    @Test
    @DisplayName(
            "is content with good ones: of a responder, of the CA itself, revoked, unknown, with a nonce, an error")
    void good() {
        assertThat(OcspDraft.good().findings()).isEmpty();
        assertThat(OcspSamples.bySelf().findings()).isEmpty();
        assertThat(OcspDraft.good()
                        .answering(OcspDraft.answer(
                                OcspDraft.certId(OcspDraft.SHA256), OcspDraft.revoked("20260501000000Z", 1)))
                        .but(draft -> draft.extensions = OcspDraft.extensions(OcspDraft.nonce(128)))
                        .findings())
                .isEmpty();
        assertThat(OcspDraft.good()
                        .answering(OcspDraft.answer(OcspDraft.certId(OcspDraft.SHA1), Tlv.hex("8200")))
                        .findings())
                .isEmpty();
        assertThat(OcspDraft.good().but(OcspSamples::named).findings())
                .extracting(Finding::rule)
                .containsExactly("ocsp-responder-by-key");
        for (int error : new int[] {1, 2, 3, 5, 6}) {
            assertThat(OcspSamples.failed(error).findings()).isEmpty();
        }
    }

    @Test
    @DisplayName("says without the CA nothing of what must agree with it")
    void alone() {
        OcspDraft draft = OcspDraft.good().but(it -> {
            it.certificates = OcspDraft.NONE;
            it.issuerGiven = false;
        });
        assertThat(draft.findings()).isEmpty();
    }

    @Test
    @DisplayName("knows of which CA a response is, and whether somebody has signed it")
    void about() {
        Der response = OcspDraft.good().response();
        assertThat(OcspJudge.isAbout(response, OcspDraft.root())).isTrue();
        assertThat(OcspJudge.isAbout(response, Scenes.intermediate().certificate.certificate()))
                .isFalse();
        assertThat(OcspJudge.isAbout(Der.fromHex("3000"), OcspDraft.root())).isFalse();
        assertThat(OcspJudge.isSigned(response)).isTrue();
        assertThat(OcspJudge.isSigned(Der.fromHex("3000"))).isFalse();
        assertThat(OcspJudge.isSigned(OcspSamples.failed(1).response())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "3000",
                "3003020101",
                "30040a020000",
                "30060a0100a1010000",
                "30050a0100a000",
                "30070a0100a0023000",
                "30060a0100050000"
            })
    @DisplayName("says of what is no response that it is none")
    void none(String hex) {
        assertThat(OcspJudge.judge(Der.fromHex(hex), Optional.empty()))
                .extracting(Finding::rule)
                .containsExactly("ocsp-well-formed");
    }

    @Test
    @DisplayName("says of a signed answer that cannot be read that nobody could judge it")
    void unreadable() {
        byte[] signed = Tlv.sequence(Tlv.oid(JudgedOcsp.BASIC), Tlv.octets(Tlv.sequence(Tlv.integer(1))));
        Der response = Der.ofOwned(Tlv.sequence(Tlv.hex("0a0100"), Tlv.tlv(0xa0, signed)));
        assertThat(OcspJudge.judge(response, Optional.of(OcspDraft.root())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).contains("cannot be judged");
                });
    }

    @Test
    @Tag("slow")
    @DisplayName("never throws and never passes a response with a bit flipped")
    void flippedBits() {
        byte[] good = OcspDraft.good().response().octets();
        Random random = new Random(20260701);
        Optional<Der> issuer = Optional.of(OcspDraft.root());
        for (int round = 0; round < 1500; round++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(OcspJudge.judge(Der.copyOf(flipped), issuer))
                    .as("bit " + bit)
                    .isNotEmpty();
        }
    }
}
