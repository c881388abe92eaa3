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

import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A bad CRL per rule. */
final class CrlSamples {
    private static final String FRESHEST = "2.5.29.46";
    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    private static final byte[] DISTRIBUTION_POINT =
            sequence(tlv(0xa0, tlv(0xa0, text(0x86, "http://pki.example.com/crl/root-1.crl"))));

    private CrlSamples() {}

    static List<Map<String, CrlDraft>> all() {
        return List.of(frame(), entries(), extensions(), further());
    }

    /** For each rule, a CRL that keeps to it; where the rule is about something optional, it is there. */
    static CrlDraft twin(String rule) {
        return switch (rule) {
            case "crl-entries-absent-when-none" -> empty();
            case "crl-freshest-form" -> full().with(FRESHEST, false, sequence(DISTRIBUTION_POINT));
            case "crl-removal-only-in-delta", "crl-delta-critical", "crl-delta-base", "crl-freshest-only-in-full" ->
                delta();
            case "crl-aia-form" -> full().with(ACCESS, false, sequence(access(CA_ISSUERS, "http://pki.example.com/a")));
            case "crl-issuer-alt-name-form" ->
                full().with("2.5.29.18", false, sequence(text(0x86, "http://pki.example.com/")));
            case "crl-expired-certificates-form" -> full().with("2.5.29.60", false, text(0x18, "20260101000000Z"));
            default -> full();
        };
    }

    private static byte[] access(String method, String address) {
        return sequence(oid(method), text(0x86, address));
    }

    private static Map<String, CrlDraft> further() {
        return Map.of(
                "crl-issuer-not-empty", full().but(draft -> draft.issuer = sequence()),
                "crl-aia-form",
                        full().with(ACCESS, false, sequence(access("1.3.6.1.5.5.7.48.1", "http://pki.example.com/a"))),
                "crl-freshest-form", full().with(FRESHEST, false, sequence()),
                "crl-issuer-alt-name-form", full().with("2.5.29.18", false, sequence()),
                "crl-expired-certificates-form", full().with("2.5.29.60", false, text(0x17, "260101000000Z")),
                "crl-within-issuer-validity", full().but(draft -> draft.ca.valid("250101000000Z", "260201000000Z")),
                "crl-hold-instruction-absent",
                        full().entry(entry("5a06", Draft.extension("2.5.29.23", false, oid("1.2.840.10040.2.1")))));
    }

    private static Map<String, CrlDraft> frame() {
        return Map.ofEntries(
                Map.entry("crl-well-formed", full().but(draft -> draft.issuer = hex("300105"))),
                Map.entry("crl-encoding", full().entry(entry("005a05"))),
                Map.entry("crl-version-2", full().but(draft -> draft.version = new byte[0])),
                Map.entry(
                        "crl-signature-algorithms-equal",
                        full().but(draft -> draft.outer = hex("300d06092a864886f70d01010c0500"))),
                Map.entry(
                        "crl-signature-parameters",
                        full().but(draft -> draft.inner = hex("300b06092a864886f70d01010b"))),
                Map.entry(
                        "crl-signature-strong",
                        full().but(draft -> draft.inner = hex("300d06092a864886f70d0101050500"))),
                Map.entry("crl-signature-verifies", full().but(draft -> draft.spoilSignature = true)),
                Map.entry("crl-issuer-copied", full().but(draft -> draft.ca.subject("CN=Test Root,O=Elsewhere"))),
                Map.entry(
                        "crl-issuer-may-sign",
                        full().but(draft -> draft.ca.with("2.5.29.15", true, new KeyUsage(KeyUsage.keyCertSign)))),
                Map.entry("crl-next-update-present", empty().but(draft -> draft.nextUpdate = new byte[0])),
                Map.entry("crl-time-form", empty().but(draft -> draft.thisUpdate = text(0x17, "260301000000+0000"))),
                Map.entry("crl-time-type", empty().but(draft -> draft.thisUpdate = text(0x18, "20260301000000Z"))),
                Map.entry("crl-times-ordered", empty().but(draft -> draft.nextUpdate = draft.thisUpdate)));
    }

    private static Map<String, CrlDraft> entries() {
        return Map.ofEntries(
                Map.entry("crl-entries-absent-when-none", empty().but(draft -> draft.listAlways = true)),
                Map.entry("crl-serials-unique", full().entry(entry("4b02"))),
                Map.entry("crl-serial-form", full().entry(entry("5a".repeat(21)))),
                Map.entry("crl-entry-time", full().entry(sequence(integer(77), text(0x18, "20260201000000Z")))),
                Map.entry(
                        "crl-entry-extensions",
                        full().entry(entry("5a06", Draft.extension("2.5.29.29", true, sequence())))),
                reason("crl-reason-known", "0a0100"),
                reason("crl-removal-only-in-delta", "0a0108"),
                Map.entry(
                        "crl-invalidity-date",
                        full().entry(entry("5a06", Draft.extension("2.5.29.24", false, text(0x17, "260115120000Z"))))));
    }

    private static Map<String, CrlDraft> extensions() {
        return Map.ofEntries(
                Map.entry(
                        "crl-extensions-unique",
                        full().but(draft -> draft.extensions.put("again", draft.extensions.get(CrlDraft.NUMBER)))),
                extension("crl-critical-extension-known", CrlDraft.NUMBER, true, integer(17)),
                extension(
                        "crl-aki-present",
                        CrlDraft.AKI,
                        false,
                        sequence(tlv(0xa1, tlv(0xa4, sequence())), tlv(0x82, new byte[] {1}))),
                extension("crl-aki-is-issuers-ski", CrlDraft.AKI, false, sequence(tlv(0x80, new byte[20]))),
                Map.entry("crl-number-present", full().but(draft -> draft.extensions.remove(CrlDraft.NUMBER))),
                extension("crl-number-range", CrlDraft.NUMBER, false, integer(-1)),
                extension("crl-next-publish", CrlDraft.NEXT_PUBLISH, false, text(0x17, "260308000000Z")),
                extension("crl-ca-version", CrlDraft.CA_VERSION, false, integer(-1)),
                extension("crl-idp-absent", "2.5.29.28", true, DISTRIBUTION_POINT),
                extension("crl-delta-critical", CrlDraft.DELTA, false, integer(16)),
                extension("crl-delta-base", CrlDraft.DELTA, true, integer(17)),
                Map.entry("crl-freshest-only-in-full", delta().with("2.5.29.46", false, sequence(DISTRIBUTION_POINT))));
    }

    private static Map.Entry<String, CrlDraft> reason(String rule, String enumerated) {
        return Map.entry(rule, full().entry(entry("5a06", Draft.extension(CrlDraft.REASON, false, hex(enumerated)))));
    }

    private static Map.Entry<String, CrlDraft> extension(String rule, String oid, boolean critical, byte[] value) {
        return Map.entry(rule, full().with(oid, critical, value));
    }

    /** Further ways to be wrong, by the rule that must see them. */
    static Map<CrlDraft, String> more() {
        return Map.of(
                full().entry(entry("5a06", Draft.extension(CrlDraft.REASON, false, hex("0a0107")))), "crl-reason-known",
                full().entry(sequence(integer(9), text(0x17, "260201000000Z"), sequence())), "crl-entry-extensions",
                full().entry(sequence(integer(-9), text(0x17, "260201000000Z"))), "crl-serial-form",
                full().with("1.2.3.4", true, octets()), "crl-critical-extension-known",
                full().with(CrlDraft.NEXT_PUBLISH, false, text(0x17, "260301000000Z")), "crl-next-publish",
                full().with(CrlDraft.NUMBER, false, tlv(0x02, hex("7f" + "00".repeat(20)))), "crl-number-range",
                full().but(draft -> draft.extensions.remove(CrlDraft.AKI)), "crl-aki-present",
                empty().entry(entry("5a06")).entry(entry("5a06")), "crl-serials-unique",
                full().but(draft -> draft.ca.key = TestKeys.info(TestKeys.RSA)), "crl-signature-verifies",
                full().but(draft ->
                                draft.issuer = sequence(Tlv.set(sequence(oid("2.5.4.3"), text(0x13, "Test Root"))))),
                        "crl-issuer-copied");
    }
}
