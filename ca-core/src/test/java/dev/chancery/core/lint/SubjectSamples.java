package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.dns;
import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.serverNamed;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.List;
import java.util.Map;

/** Samples with bad subjects and alternative names. */
final class SubjectSamples {
    private static final byte[] UPN =
            tlv(0xa0, oid("1.3.6.1.4.1.311.20.2.3"), tlv(0xa0, text(0x0c, "administrator@example.com")));

    private SubjectSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(subjects(), names());
    }

    private static Map<String, Scene> subjects() {
        return Map.ofEntries(
                Map.entry("subject-rdn-not-empty", ecServer().but(draft -> draft.subject = sequence(set()))),
                attribute("subject-value-not-empty", "2.5.4.10", text(0x0c, "")),
                attribute("subject-string-type", "2.5.4.10", text(0x14, "Example")),
                attribute("subject-characters", "2.5.4.10", text(0x13, "Ex@mple")),
                attribute("subject-control-characters", "2.5.4.10", text(0x0c, "Exam\u202eple")),
                attribute("subject-length", "2.5.4.10", text(0x0c, "x".repeat(65))),
                attribute("subject-country", "2.5.4.6", text(0x13, "de")),
                Map.entry("ca-subject-not-empty", intermediate().but(draft -> draft.subject = hex("3000"))));
    }

    private static Map<String, Scene> names() {
        return Map.ofEntries(
                Map.entry("san-present", ecServer().but(draft -> draft.without("2.5.29.17"))),
                Map.entry("san-not-empty", ecServer().but(draft -> draft.with("2.5.29.17", false, sequence()))),
                Map.entry(
                        "san-criticality",
                        ecServer().but(draft -> draft.with("2.5.29.17", true, Scenes.names(dns(Scenes.HOST))))),
                Map.entry("san-unique", serverNamed(text(0x82, "a.example.com"), text(0x82, "A.example.com"))),
                Map.entry("san-ascii", serverNamed("www.example.com\0.evil.example")),
                Map.entry("san-ip-length", serverNamed(tlv(0x87, hex("c0000201ffffff00")))),
                Map.entry("san-email-form", serverNamed(text(0x81, "Alice<alice@example.com>"))),
                Map.entry("san-uri-form", serverNamed(text(0x86, "/relative"))),
                Map.entry("dns-characters", serverNamed("-www.example.com")),
                Map.entry("dns-underscore", serverNamed("my_host.example.com")),
                Map.entry("dns-trailing-dot", serverNamed("www.example.com.")),
                Map.entry("dns-label-length", serverNamed("x".repeat(64) + ".example.com")),
                Map.entry("dns-length", serverNamed("abcdefg.".repeat(31) + "example")),
                Map.entry("dns-wildcard", serverNamed("w*.example.com")),
                Map.entry("dns-a-label", serverNamed("xn--999999999.example.com")),
                Map.entry("dns-not-address", serverNamed("192.0.2.1")),
                Map.entry("common-name-in-san", ecServer().but(draft -> draft.subject("CN=mail.example.com"))),
                Map.entry("upn-granted", serverNamed(UPN)),
                Map.entry("names-as-expected", serverNamed("evil.example.com")));
    }

    private static Map.Entry<String, Scene> attribute(String rule, String oid, byte[] value) {
        return Map.entry(rule, ecServer().but(draft -> draft.subjectAttribute(oid, value)));
    }
}
