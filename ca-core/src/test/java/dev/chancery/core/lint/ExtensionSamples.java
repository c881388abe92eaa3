package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.distributionPoints;
import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.root;
import static dev.chancery.core.lint.Scenes.uri;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.List;
import java.util.Map;

/** Samples with bad extensions, other than those about names and usage. */
final class ExtensionSamples {
    private static final String AKI = "2.5.29.35";
    private static final String CDP = "2.5.29.31";
    private static final String AIA = "1.3.6.1.5.5.7.1.1";
    private static final String POLICIES = "2.5.29.32";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    private static final byte[] ADDRESS = text(0x86, "http://pki.example.com/crl/root.crl");
    private static final byte[] POINT_NAME = tlv(0xa0, tlv(0xa0, ADDRESS));
    private static final byte[] PERMITTED = sequence(tlv(0xa0, sequence(text(0x82, "example.com"))));

    private ExtensionSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(identifiers(), addresses());
    }

    private static Map<String, Scene> identifiers() {
        return Map.ofEntries(
                Map.entry(
                        "extensions-unique",
                        ecServer().but(draft -> draft.extensions.put("again", draft.extensions.get("2.5.29.37")))),
                leaf("critical-extension-known", "1.2.3.4", true, octets()),
                leaf("freshest-crl-absent", "2.5.29.46", false, sequence(sequence(POINT_NAME))),
                leaf("microsoft-sid-refused", "1.3.6.1.4.1.311.25.2", false, sequence()),
                leaf(
                        "application-policies-refused",
                        "1.3.6.1.4.1.311.21.10",
                        false,
                        sequence(sequence(oid("1.3.6.1.5.5.7.3.2")))),
                Map.entry("aki-present", ecServer().but(draft -> draft.without(AKI))),
                leaf("aki-not-critical", AKI, true, sequence(tlv(0x80, new byte[20]))),
                leaf(
                        "aki-key-identifier-form",
                        AKI,
                        false,
                        sequence(tlv(0xa1, tlv(0xa4, sequence())), tlv(0x82, new byte[] {1}))),
                leaf("aki-is-issuers-ski", AKI, false, sequence(tlv(0x80, new byte[20]))),
                leaf("ski-not-critical", "2.5.29.14", true, octets(new byte[20])));
    }

    private static Map<String, Scene> addresses() {
        return Map.ofEntries(
                Map.entry("cdp-present", ecServer().but(draft -> draft.without(CDP))),
                Map.entry(
                        "cdp-absent-from-root",
                        root().but(draft -> draft.with(
                                CDP, false, distributionPoints(uri("http://pki.example.com/crl/root.crl"))))),
                leaf("cdp-not-critical", CDP, true, sequence(sequence(POINT_NAME))),
                leaf("cdp-one-point", CDP, false, sequence(sequence(POINT_NAME), sequence(POINT_NAME))),
                leaf(
                        "cdp-full-name",
                        CDP,
                        false,
                        sequence(sequence(tlv(0xa0, tlv(0xa1, sequence(oid("2.5.4.3"), text(0x0c, "crl"))))))),
                leaf(
                        "cdp-http",
                        CDP,
                        false,
                        sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x86, "https://pki.example.com/crl/root.crl")))))),
                leaf("cdp-plain", CDP, false, sequence(sequence(POINT_NAME, tlv(0x81, hex("0640"))))),
                leaf("aia-not-critical", AIA, true, sequence(access(CA_ISSUERS, "http://pki.example.com/ca"))),
                leaf("aia-not-empty", AIA, false, sequence()),
                leaf("aia-known-methods", AIA, false, sequence(access("1.3.6.1.5.5.7.48.5", "http://a.example/x"))),
                leaf("aia-ca-issuers-http", AIA, false, sequence(access(CA_ISSUERS, "https://pki.example.com/ca"))),
                leaf("aia-ocsp-http", AIA, false, sequence(access(OCSP, "ldap://pki.example.com/"))),
                leaf("any-policy-only-in-ca", POLICIES, false, sequence(sequence(oid("2.5.29.32.0")))),
                leaf(
                        "policies-unique",
                        POLICIES,
                        false,
                        sequence(sequence(oid("2.23.140.1.2.2")), sequence(oid("2.23.140.1.2.2")))),
                leaf("policies-not-empty", POLICIES, false, sequence()),
                Map.entry(
                        "name-constraints-critical",
                        intermediate().but(draft -> draft.with(NAME_CONSTRAINTS, false, PERMITTED))),
                leaf("name-constraints-only-in-ca", NAME_CONSTRAINTS, true, PERMITTED),
                Map.entry(
                        "name-constraints-not-empty",
                        intermediate().but(draft -> draft.with(NAME_CONSTRAINTS, true, sequence()))));
    }

    private static byte[] access(String method, String address) {
        return sequence(oid(method), text(0x86, address));
    }

    private static Map.Entry<String, Scene> leaf(String rule, String oid, boolean critical, byte[] value) {
        return Map.entry(rule, ecServer().but(draft -> draft.with(oid, critical, value)));
    }
}
