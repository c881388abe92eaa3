package dev.chancery.core.lint;

import static dev.chancery.core.lint.CrlDraft.delta;
import static dev.chancery.core.lint.CrlDraft.empty;
import static dev.chancery.core.lint.CrlDraft.entry;
import static dev.chancery.core.lint.CrlDraft.full;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On either side of the edge of a rule about CRLs")
class CrlRuleEdgesTest {
    private static final byte[] POINT = uri("http://pki.example.com/crl/root-1.crl");

    private static byte[] uri(String address) {
        return sequence(tlv(0xa0, tlv(0xa0, text(0x86, address))));
    }

    private static void good(String rule, CrlDraft draft) {
        assertThat(draft.findings()).extracting(Finding::rule).doesNotContain(rule);
    }

    private static void bad(String rule, CrlDraft draft) {
        assertThat(draft.findings()).extracting(Finding::rule).contains(rule);
    }

    private static CrlDraft number(int octets, String first) {
        return full().with(CrlDraft.NUMBER, false, tlv(0x02, hex(first + "00".repeat(octets - 1))));
    }

    @Test
    @DisplayName("numbers")
    void numbers() {
        good("crl-number-range", full().with(CrlDraft.NUMBER, false, integer(0)));
        good("crl-number-range", number(20, "7f"));
        bad("crl-number-range", full().with(CrlDraft.NUMBER, false, tlv(0x02, hex("00ff" + "00".repeat(19)))));
        good("crl-delta-base", delta());
        bad("crl-delta-base", delta().with(CrlDraft.DELTA, true, integer(-1)));
        bad("crl-delta-base", delta().but(draft -> draft.extensions.remove(CrlDraft.NUMBER)));
        good("crl-ca-version", full().with(CrlDraft.CA_VERSION, false, integer(0)));
        good("crl-serial-form", full().entry(entry("5a".repeat(20))));
        bad("crl-serial-form", full().entry(entry("00")));
    }

    @Test
    @DisplayName("times")
    void times() {
        bad("crl-time-form", empty().but(draft -> draft.nextUpdate = text(0x17, "260308000000")));
        bad("crl-time-type", empty().but(draft -> draft.nextUpdate = text(0x18, "20260308000000Z")));
        good("crl-times-ordered", empty().but(draft -> draft.nextUpdate = text(0x17, "260301000001Z")));
        bad("crl-times-ordered", empty().but(draft -> draft.nextUpdate = text(0x17, "260228235959Z")));
        good("crl-times-ordered", empty().but(draft -> draft.nextUpdate = new byte[0]));
        good("crl-next-publish", empty().with(CrlDraft.NEXT_PUBLISH, false, text(0x17, "260301000001Z")));
        good("crl-next-publish", empty().with(CrlDraft.NEXT_PUBLISH, false, text(0x17, "260307235959Z")));
        bad("crl-next-publish", empty().with(CrlDraft.NEXT_PUBLISH, false, text(0x17, "260308000001Z")));
        bad("crl-next-publish", empty().with(CrlDraft.NEXT_PUBLISH, false, text(0x18, "20260302000000Z")));
        bad("crl-next-publish", empty().with(CrlDraft.NEXT_PUBLISH, false, text(0x17, "260302000000")));
        good("crl-next-publish", empty().but(draft -> draft.extensions.remove(CrlDraft.NEXT_PUBLISH)));
        good("crl-within-issuer-validity", issuerUntil("260301000000Z"));
        bad("crl-within-issuer-validity", issuerUntil("260228235959Z"));
        bad("crl-within-issuer-validity", full().but(draft -> draft.ca.valid("260401000000Z", "450101000000Z")));
        good("crl-entry-time", full().entry(sequence(integer(77), text(0x17, "260201000000Z"))));
        bad("crl-entry-time", full().entry(sequence(integer(77), text(0x17, "260201000000"))));
        bad("crl-expired-certificates-form", full().with("2.5.29.60", false, text(0x18, "20260101000000.5Z")));
        bad("crl-invalidity-date", full().entry(dated(text(0x18, "20260101000000.5Z"))));
        good("crl-invalidity-date", full().entry(dated(text(0x18, "20260101000000Z"))));
    }

    private static CrlDraft issuerUntil(String end) {
        return full().but(draft -> draft.ca.valid("250101000000Z", end));
    }

    private static byte[] dated(byte[] time) {
        return entry("5a06", Draft.extension("2.5.29.24", false, time));
    }

    @Test
    @DisplayName("extensions")
    void extensions() {
        String freshest = "2.5.29.46";
        String access = "1.3.6.1.5.5.7.1.1";
        bad("crl-freshest-form", full().with(freshest, false, sequence(sequence())));
        bad("crl-freshest-form", full().with(freshest, false, sequence(uri("root.crl"))));
        byte[] name = tlv(0xa0, tlv(0xa0, text(0x86, "http://pki.example.com/crl/root.crl")));
        bad("crl-freshest-form", full().with(freshest, false, sequence(sequence(name, hex("81020780")))));
        bad(
                "crl-freshest-form",
                full().with(freshest, false, sequence(sequence(name, tlv(0xa2, tlv(0xa4, sequence()))))));
        bad(
                "crl-freshest-form",
                full().with(freshest, false, sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x82, "a.example")))))));
        good("crl-freshest-only-in-full", full().with(freshest, false, sequence(POINT)));
        bad("crl-aia-form", full().with(access, false, sequence()));
        byte[] issuers = oid("1.3.6.1.5.5.7.48.2");
        bad("crl-aia-form", full().with(access, false, sequence(sequence(issuers, text(0x86, "root.crt")))));
        bad("crl-aia-form", full().with(access, false, sequence(sequence(issuers, text(0x82, "a.example")))));
        bad("crl-issuer-alt-name-form", full().with("2.5.29.18", false, sequence(text(0x82, ""))));
        bad("crl-extensions-unique", full().but(draft -> {
            draft.extensions.clear();
            draft.extensionsAlways = true;
        }));
        good("crl-extensions-unique", full().but(draft -> draft.extensions.clear()));
        bad(
                "crl-critical-extension-known",
                full().but(draft ->
                        draft.extensions.put("1.2.3", sequence(oid("1.2.3"), hex("010100"), octets(hex("0500"))))));
        bad("crl-aki-present", full().with(CrlDraft.AKI, false, sequence()));
        bad("crl-idp-names-only", full().with("2.5.29.28", true, sequence(tlv(0xa0, tlv(0xa0, text(0x82, "a"))))));
        bad(
                "crl-entry-extensions",
                full().entry(entry("5a06", sequence(oid("2.5.29.21"), hex("010100"), octets(hex("0a0101"))))));
        byte[] reason = Draft.extension(CrlDraft.REASON, false, hex("0a0101"));
        bad("crl-entry-extensions", full().entry(entry("5a06", reason, reason)));
    }

    @Test
    @DisplayName("signatures")
    void signatures() {
        bad("crl-signature-parameters", signed("300c06082a8648ce3d0403020500"));
        good("crl-signature-parameters", signed(Draft.SHA256_ECDSA));
        good("crl-signature-parameters", signed("300406022a03"));
        bad("crl-signature-strong", signed("300406022a03"));
        good("crl-signature-strong", signed("300d06092a864886f70d01010c0500"));
    }

    private static CrlDraft signed(String algorithm) {
        return full().but(draft -> {
            draft.inner = hex(algorithm);
            draft.outer = draft.inner;
        });
    }

    @Test
    @DisplayName("reasons, and where removal stands")
    void reasons() {
        for (int code = 0; code <= 11; code++) {
            byte[] entry = entry("5a06", Draft.extension(CrlDraft.REASON, false, new byte[] {0x0a, 1, (byte) code}));
            boolean known = code >= 1 && code <= 10 && code != 7;
            List<String> found =
                    full().entry(entry).findings().stream().map(Finding::rule).toList();
            assertThat(found.contains("crl-reason-known")).as("reason " + code).isEqualTo(!known);
            assertThat(found.contains("crl-removal-only-in-delta"))
                    .as("reason " + code)
                    .isEqualTo(code == 8);
            assertThat(delta().entry(entry).findings())
                    .extracting(Finding::rule)
                    .doesNotContain("crl-removal-only-in-delta");
        }
    }
}
