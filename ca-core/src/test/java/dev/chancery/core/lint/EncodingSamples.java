package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.root;
import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.List;
import java.util.Map;

/** Samples that break X.690, or that one parser takes and the other does not. */
final class EncodingSamples {
    private static final byte[] COMMON_NAME = sequence(oid("2.5.4.3"), text(0x0c, Scenes.HOST));
    private static final byte[] ORGANIZATION = sequence(oid("2.5.4.10"), text(0x0c, "Example"));

    private EncodingSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(encoding(), fields());
    }

    private static Map<String, Scene> encoding() {
        return Map.ofEntries(
                Map.entry("well-formed", ecServer().but(draft -> draft.subject = hex("300105"))),
                Map.entry("readable-by-jdk", ecServer().but(draft -> draft.notAfter = text(0x17, "27010100Z"))),
                Map.entry(
                        "parsers-agree",
                        ecServer().but(draft -> draft.subject = sequence(set(COMMON_NAME, ORGANIZATION)))),
                Map.entry("der-boolean", root().but(draft -> draft.with("2.5.29.19", true, hex("3003010101")))),
                Map.entry(
                        "der-integer-minimal",
                        ecServer().but(draft -> draft.serial = hex("0211005a0102030405060708090a0b0c0d0e0f"))),
                Map.entry(
                        "der-bit-string-padding",
                        ecServer().but(draft -> draft.with("2.5.29.15", true, hex("03020781")))),
                Map.entry(
                        "der-object-identifier",
                        ecServer().but(draft -> draft.with("2.5.29.37", false, hex("300b0609802b06010505070301")))),
                Map.entry(
                        "der-null-empty",
                        ecServer().but(draft -> draft.signedWith("300e06092a864886f70d01010b050100"))),
                Map.entry(
                        "der-set-order",
                        ecServer().but(draft -> draft.subject = sequence(set(COMMON_NAME, ORGANIZATION)))),
                Map.entry(
                        "der-primitive-form",
                        ecServer().but(draft -> draft.subjectAttribute("2.5.4.3", tlv(0x2c, text(0x0c, Scenes.HOST))))),
                Map.entry(
                        "der-default-omitted",
                        ecServer()
                                .but(draft -> draft.extensions.put(
                                        "2.5.29.14",
                                        sequence(oid("2.5.29.14"), hex("010100"), octets(octets(new byte[20])))))),
                Map.entry(
                        "der-named-bits-trimmed",
                        ecServer().but(draft -> draft.with("2.5.29.15", true, hex("03020080")))));
    }

    private static Map<String, Scene> fields() {
        return Map.ofEntries(
                Map.entry("version-3", ecServer().but(draft -> draft.version = hex("a003020101"))),
                Map.entry("serial-positive", ecServer().but(draft -> draft.serial = integer(-5))),
                Map.entry("serial-length", ecServer().but(draft -> draft.serial = tlv(0x02, hex("5a".repeat(21))))),
                Map.entry("serial-entropy", ecServer().but(draft -> draft.serial = integer(4711))),
                Map.entry("own-serial-entropy", ecServer().but(draft -> draft.serial = integer(4711))),
                Map.entry("issuer-not-empty", ecServer().but(draft -> draft.issuer = hex("3000"))),
                Map.entry("time-form", ecServer().but(draft -> draft.notBefore = text(0x18, "20260101000000.5Z"))),
                Map.entry("time-type", ecServer().but(draft -> draft.notBefore = text(0x18, "20260101000000Z"))),
                Map.entry("validity-ordered", ecServer().but(draft -> draft.valid("270101000000Z", "260101000000Z"))),
                Map.entry(
                        "within-issuer-validity",
                        ecServer().but(draft -> draft.valid("260101000000Z", "450101000001Z"))),
                Map.entry(
                        "unique-identifiers-absent",
                        ecServer().but(draft -> draft.afterKey = tlv(0x81, new byte[] {0, 1}))),
                Map.entry("extensions-not-empty", ecServer().but(EncodingSamples::emptyExtensions)),
                Map.entry(
                        "key-whole-octets",
                        ecServer().but(draft -> draft.key = sequence(sequence(oid("1.3.101.112")), hex("030207 80")))),
                Map.entry(
                        "key-known",
                        ecServer()
                                .but(draft ->
                                        draft.key = sequence(sequence(oid("1.2.840.10046.2.1")), bits(integer(17))))));
    }

    private static void emptyExtensions(Draft draft) {
        draft.extensions.clear();
        draft.atEnd = tlv(0xa3, sequence());
    }
}
