package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
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
        SampleFindings.fire(rules(), rule -> SAMPLES.get(rule.id()).bad().findings(), Rule::severity);
    }

    @Test
    @DisplayName("is silent about the twins of the samples")
    void passes() {
        SampleFindings.areSilent(rules(), rule -> SAMPLES.get(rule.id()).good().findings());
    }

    @Test
    @DisplayName("is content with a good one")
    void good() {
        assertThat(RequestDraft.good().findings()).isEmpty();
    }

    @Test
    @DisplayName("takes enciphering from RSA keys only, and a common name for an address where it is one")
    void further() {
        for (int bit : new int[] {KeyUsage.keyEncipherment, KeyUsage.dataEncipherment}) {
            RequestDraft asking = RequestDraft.good().ask("2.5.29.15", Tlv.der(new KeyUsage(bit)));
            assertThat(asking.findings()).extracting(Finding::rule).contains("csr-key-usage-fits-key");
            assertThat(asking.but(draft -> draft.key = TestKeys.info(TestKeys.RSA))
                            .findings())
                    .extracting(Finding::rule)
                    .doesNotContain("csr-key-usage-fits-key");
        }
        byte[] names = Tlv.sequence(Tlv.text(0x82, "a.example"), Tlv.tlv(0x87, new byte[] {10, 0, 0, 1}));
        RequestDraft address = RequestDraft.good().ask("2.5.29.17", names);
        for (String commonName : new String[] {"10.0.0.1", "A.example", "Ada Lovelace", "ada"}) {
            assertThat(address.but(draft -> draft.subject = Tlv.der(new X500Name("CN=" + commonName)))
                            .findings())
                    .extracting(Finding::rule)
                    .doesNotContain("csr-common-name-asked");
        }
        assertThat(address.but(draft -> draft.subject = Tlv.der(new X500Name("CN=b.example")))
                        .findings())
                .extracting(Finding::rule)
                .contains("csr-common-name-asked");
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
