package dev.chancery.core.lint;

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

/** Further samples with bad subjects and alternative names, each with its twin. */
final class NameSamples {

    private static final String MAILBOX = "1.3.6.1.5.5.7.8.9";
    private static final String SERVICE = "1.3.6.1.5.5.7.8.7";

    private NameSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(alternatives(), subjects(), issuers());
    }

    private static Map<String, Scene> alternatives() {
        return Map.ofEntries(
                pair("san-uri-host", uri("https://exa mple/"), uri("https://ada@[2001:db8::1]:8443/x")),
                pair(
                        "san-email-host",
                        serverNamed(text(0x81, "ada@exa_mple.com")),
                        serverNamed(text(0x81, "ada@example.com"))),
                pair(
                        "san-other-name-form",
                        serverNamed(tlv(0xa0, oid("1.2.3.4"), text(0x0c, "x"))),
                        other("1.2.3.4", text(0x0c, "x"))),
                pair(
                        "san-smtp-utf8-mailbox",
                        other(MAILBOX, text(0x0c, "ada@example.com")),
                        other(MAILBOX, text(0x0c, "\u00e4da@example.com"))),
                pair(
                        "san-srv-name-form",
                        other(SERVICE, text(0x16, "ldap.example.com")),
                        other(SERVICE, text(0x16, "_ldap.example.com"))),
                pair(
                        "san-directory-name-form",
                        serverNamed(tlv(0xa4, sequence())),
                        serverNamed(tlv(0xa4, sequence(set(sequence(oid("2.5.4.10"), text(0x0c, "Example"))))))),
                pair(
                        "san-known-forms",
                        serverNamed(tlv(0xa5, tlv(0xa1, text(0x0c, "party")))),
                        serverNamed(tlv(0x88, hex("2a0304")))));
    }

    private static Map<String, Scene> subjects() {
        return Map.ofEntries(
                pair("subject-whitespace", organization("Example "), organization("Ex ample")),
                pair("subject-replacement-character", organization("M\ufffdller"), organization("M\u00fcller")),
                pair("subject-html-entities", organization("Fish &amp; Chips"), organization("Fish & Chips; amp")),
                pair("subject-latin1-mixup", organization("M\u00c3\u00bcller"), organization("M\u00fcller")),
                pair("subject-normalized", organization("Mu\u0308ller"), organization("M\u00fcller")),
                pair(
                        "subject-common-name-once",
                        ecServer().but(draft -> draft.subject("CN=" + Scenes.HOST + ",CN=" + Scenes.HOST)),
                        ecServer().but(draft -> draft.subject("CN=" + Scenes.HOST + ",OU=One,OU=Two"))),
                pair(
                        "subject-single-valued-rdns",
                        ecServer().but(draft -> draft.subject("CN=" + Scenes.HOST + "+O=Example")),
                        ecServer()),
                pair(
                        "subject-email-in-san",
                        ecServer().but(draft -> draft.subject("E=ada@example.com,O=Example")),
                        serverNamed(text(0x81, "ada@example.com"))
                                .but(draft -> draft.subject("E=ada@example.com,O=Example"))),
                pair(
                        "self-issued-only-ca",
                        ecServer().but(draft -> draft.subject = draft.issuer),
                        intermediate().but(draft -> draft.subject = draft.issuer)));
    }

    private static Map<String, Scene> issuers() {
        byte[] good = sequence(text(0x82, "pki.example.com"), text(0x86, "http://pki.example.com/"));
        return Map.ofEntries(
                pair("issuer-alt-name-not-critical", issuer(true, good), issuer(false, good)),
                pair("issuer-alt-name-not-empty", issuer(false, sequence()), issuer(false, good)),
                pair("issuer-alt-name-forms", issuer(false, sequence(text(0x82, "*"))), issuer(false, good)));
    }

    private static Scene issuer(boolean critical, byte[] names) {
        return ecServer().but(draft -> draft.with("2.5.29.18", critical, names));
    }

    private static Scene uri(String uri) {
        return serverNamed(text(0x86, uri));
    }

    private static Scene other(String type, byte[] value) {
        return serverNamed(tlv(0xa0, oid(type), tlv(0xa0, value)));
    }

    private static Scene organization(String name) {
        return ecServer().but(draft -> draft.subjectAttribute("2.5.4.10", text(0x0c, name)));
    }

    /** The second is what is wrong, the third the same done right. */
    private static Map.Entry<String, Scene> pair(String rule, Scene bad, Scene good) {
        return Map.entry(rule, bad.twin(() -> good));
    }
}
