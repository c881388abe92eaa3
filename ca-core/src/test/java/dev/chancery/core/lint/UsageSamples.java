package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.root;
import static dev.chancery.core.lint.Scenes.rsaServer;
import static dev.chancery.core.lint.Scenes.server;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;

import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Samples about what a certificate may be used for: CA or not, key usage, purposes. */
final class UsageSamples {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private UsageSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(authorities(), usages());
    }

    private static Map<String, Scene> authorities() {
        return Map.ofEntries(
                Map.entry("ski-in-ca", root().but(draft -> draft.without("2.5.29.14"))),
                Map.entry("ski-in-end-entity", ecServer().but(draft -> draft.without("2.5.29.14"))),
                Map.entry(
                        "basic-constraints-critical",
                        root().but(draft -> draft.with("2.5.29.19", false, new BasicConstraints(true)))),
                Map.entry(
                        "basic-constraints-only-in-ca",
                        ecServer().but(draft -> draft.with("2.5.29.19", true, new BasicConstraints(false)))),
                Map.entry(
                        "path-length-only-in-ca",
                        ecServer().but(draft -> draft.with("2.5.29.19", true, hex("3003020100")))),
                Map.entry(
                        "path-length-honoured",
                        intermediate().where(scene -> scene.issuer.with("2.5.29.19", true, new BasicConstraints(0)))),
                Map.entry(
                        "ca-as-expected",
                        intermediate().but(draft -> draft.with("2.5.29.19", true, new BasicConstraints(true)))));
    }

    private static Map<String, Scene> usages() {
        return Map.ofEntries(
                Map.entry("key-usage-present", ecServer().but(draft -> draft.without("2.5.29.15"))),
                Map.entry(
                        "key-usage-critical",
                        ecServer()
                                .but(draft -> draft.with("2.5.29.15", false, new KeyUsage(KeyUsage.digitalSignature)))),
                usage("key-usage-not-empty", ecServer(), 0),
                usage("key-usage-of-ca", root(), KeyUsage.keyCertSign),
                usage("key-usage-of-end-entity", ecServer(), KeyUsage.digitalSignature | KeyUsage.cRLSign),
                usage("key-usage-agreement-bits", ecServer(), KeyUsage.digitalSignature | KeyUsage.encipherOnly),
                usage("key-usage-of-ec", ecServer(), KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
                usage("key-usage-of-eddsa", server(TestKeys.ed25519()), KeyUsage.keyAgreement),
                usage("key-usage-of-ml-dsa", server(TestKeys.mlDsa65()), KeyUsage.keyEncipherment),
                usage("key-usage-of-rsa-server", rsaServer(), KeyUsage.digitalSignature),
                usage("key-usage-of-ec-server", ecServer(), KeyUsage.digitalSignature | KeyUsage.keyAgreement),
                usage("key-usage-as-expected", ecServer(), KeyUsage.keyAgreement),
                Map.entry("eku-present", ecServer().but(draft -> draft.without("2.5.29.37"))),
                purposes("eku-not-empty"),
                purposes("eku-unique", SERVER_AUTH, SERVER_AUTH),
                purposes("eku-not-any", SERVER_AUTH, "2.5.29.37.0"),
                purposes("eku-not-impersonating", SERVER_AUTH, "1.3.6.1.4.1.311.20.2.2"),
                purposes("eku-as-expected", SERVER_AUTH, "1.3.6.1.5.5.7.3.2"),
                Map.entry(
                        "ocsp-nocheck-only-in-responder",
                        ecServer().but(draft -> draft.with("1.3.6.1.5.5.7.48.1.5", false, DERNull.INSTANCE))));
    }

    private static Map.Entry<String, Scene> usage(String rule, Scene scene, int bits) {
        return Map.entry(rule, scene.but(draft -> draft.with("2.5.29.15", true, new KeyUsage(bits))));
    }

    private static Map.Entry<String, Scene> purposes(String rule, String... purposes) {
        byte[][] list = new byte[purposes.length][];
        for (int i = 0; i < purposes.length; i++) {
            list[i] = oid(purposes[i]);
        }
        return Map.entry(rule, ecServer().but(draft -> draft.with("2.5.29.37", false, sequence(list))));
    }
}
