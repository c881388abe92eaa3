package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.List;
import java.util.Map;

/** Samples with bad name constraints, each with its twin. */
final class ConstraintSamples {

    private static final String CONSTRAINTS = "2.5.29.30";

    private ConstraintSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(Map.ofEntries(
                pair(
                        "name-constraints-distances",
                        permitting(sequence(text(0x82, "example.com"), tlv(0x80, new byte[] {1}))),
                        permitted(0x82, "example.com")),
                pair(
                        "name-constraints-known-forms",
                        permitting(sequence(tlv(0x88, hex("2a0304")))),
                        permitted(0x82, "")),
                pair(
                        "name-constraints-ip-form",
                        permitting(sequence(tlv(0x87, hex("c0000200ff00ff00")))),
                        permitting(sequence(tlv(0x87, hex("c0000200ffffff00"))))),
                pair("name-constraints-dns-form", permitted(0x82, ".example.com"), permitted(0x82, "example.com")),
                pair(
                        "name-constraints-uri-form",
                        permitted(0x86, "http://example.com"),
                        permitted(0x86, ".example.com")),
                pair(
                        "name-constraints-email-form",
                        permitted(0x81, "@example.com"),
                        permitted(0x81, "ada@example.com")),
                pair(
                        "names-within-issuers-constraints",
                        under(permits("example.org")),
                        under(permits("example.com")))));
    }

    private static byte[] permits(String host) {
        return sequence(tlv(0xa0, sequence(text(0x82, host))));
    }

    private static Scene under(byte[] constraints) {
        return ecServer().where(scene -> scene.issuer.with(CONSTRAINTS, true, constraints));
    }

    private static Scene permitted(int form, String base) {
        return permitting(sequence(text(form, base)));
    }

    private static Scene permitting(byte[] subtree) {
        return intermediate().but(draft -> draft.with(CONSTRAINTS, true, sequence(tlv(0xa0, subtree))));
    }

    /** The second is what is wrong, the third the same done right. */
    private static Map.Entry<String, Scene> pair(String rule, Scene bad, Scene good) {
        return Map.entry(rule, bad.twin(() -> good));
    }
}
