package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.rsaServer;
import static dev.chancery.core.lint.Scenes.server;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On either side of the edge of a rule")
class RuleEdgesTest {
    private static final String USAGE = "2.5.29.15";
    private static final String PURPOSES = "2.5.29.37";

    private static void good(String rule, Scene scene) {
        assertThat(scene.findings()).extracting(Finding::rule).doesNotContain(rule);
    }

    private static void bad(String rule, Scene scene) {
        assertThat(scene.findings()).extracting(Finding::rule).contains(rule);
    }

    private static Scene with(String oid, byte[] value) {
        return ecServer().but(draft -> draft.with(oid, false, value));
    }

    private static Scene usage(Scene scene, int bits) {
        return scene.but(draft -> draft.with(USAGE, true, new KeyUsage(bits)));
    }

    private static Scene rsa(int bits, long exponent) {
        return rsaServer().but(draft -> draft.key = TestKeys.rsa(bits, exponent));
    }

    @Test
    @DisplayName("keys: sizes, exponents, points and lengths")
    void keys() {
        bad("key-rsa-size", rsa(2047, 65537));
        good("key-rsa-size", rsa(2048, 65537));
        good("key-rsa-size", rsa(8192, 65537));
        bad("key-rsa-size", rsa(8193, 65537));
        bad("key-rsa-exponent", rsa(2048, 65535));
        good("key-rsa-exponent", rsa(2048, 65537));
        good("key-rsa-exponent", rsa(2048, 65539));
        byte[] p256 = oid("1.2.840.10045.3.1.7");
        good("key-ec-point", server(TestKeys.ec(p256, point(4, 65))));
        bad("key-ec-point", server(TestKeys.ec(p256, point(4, 64))));
        bad("key-ec-point", server(TestKeys.ec(p256, point(4, 66))));
        bad("key-ec-point", server(TestKeys.ec(p256, point(3, 65))));
        good("key-ec-point", server(TestKeys.ec(oid("1.3.132.0.35"), point(4, 133))));
        for (int length : new int[] {31, 33}) {
            bad("key-length", server(sequence(sequence(oid("1.3.101.112")), Tlv.bits(new byte[length]))));
        }
        good("key-length", server(sequence(sequence(oid("1.3.101.113")), Tlv.bits(new byte[57]))));
        bad("key-whole-octets", server(sequence(sequence(oid("1.3.101.112")), hex("030100"))));
    }

    private static byte[] point(int first, int length) {
        byte[] point = new byte[length];
        point[0] = (byte) first;
        return point;
    }

    @Test
    @DisplayName("serial numbers and times")
    void serialsAndTimes() {
        bad("serial-length", serial(21));
        good("serial-length", serial(20));
        good("serial-entropy", serial(16));
        bad("serial-entropy", serial(15));
        good("own-serial-entropy", serial(16));
        bad("own-serial-entropy", serial(15));
        good("serial-positive", ecServer().but(draft -> draft.serial = integer(1)));
        good("time-type", ecServer().but(draft -> draft.notAfter = text(0x18, "20500101000000Z")));
        bad("time-type", ecServer().but(draft -> draft.notAfter = text(0x18, "20491231235959Z")));
        good("validity-ordered", valid("260101000000Z", "260101000000Z"));
        bad("validity-ordered", valid("260101000001Z", "260101000000Z"));
        good("validity-of-server", valid("260101000000Z", "280405000000Z"));
        bad("validity-of-server", valid("260101000000Z", "280405000001Z"));
        good("within-issuer-validity", valid("250101000000Z", "450101000000Z"));
        bad("within-issuer-validity", valid("241231235959Z", "450101000000Z"));
        bad("within-issuer-validity", valid("250101000000Z", "450101000001Z"));
    }

    private static Scene serial(int length) {
        return ecServer().but(draft -> draft.serial = tlv(0x02, hex("5a".repeat(length))));
    }

    private static Scene valid(String from, String until) {
        return ecServer().but(draft -> draft.valid(from, until));
    }

    @Test
    @DisplayName("key usage: each bit by itself")
    void keyUsage() {
        int[] ca = {KeyUsage.keyCertSign, KeyUsage.cRLSign};
        int[] enciphering = {KeyUsage.keyEncipherment, KeyUsage.dataEncipherment};
        for (int bit : ca) {
            bad("key-usage-of-end-entity", usage(ecServer(), KeyUsage.digitalSignature | bit));
            bad("key-usage-of-ca", usage(intermediate(), bit));
            for (int other : enciphering) {
                bad("key-usage-of-rsa-ca", usage(rsaServer(), bit | other));
                good("key-usage-of-rsa-ca", usage(ecServer(), bit | other));
            }
            good("key-usage-of-rsa-ca", usage(rsaServer(), bit));
        }
        for (int bit : enciphering) {
            bad("key-usage-of-ec", usage(ecServer(), KeyUsage.digitalSignature | bit));
            good("key-usage-of-ec", usage(rsaServer(), bit));
            good("key-usage-of-rsa-ca", usage(rsaServer(), bit));
            bad("key-usage-of-eddsa", usage(server(TestKeys.ed25519()), bit));
            bad("key-usage-of-ml-dsa", usage(server(TestKeys.mlDsa65()), bit));
        }
        good("key-usage-of-ec", usage(ecServer(), KeyUsage.digitalSignature));
        good(
                "key-usage-of-eddsa",
                usage(server(TestKeys.ed25519()), KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        bad("key-usage-of-rsa-server", usage(rsaServer(), KeyUsage.digitalSignature));
        bad("key-usage-of-rsa-server", usage(rsaServer(), KeyUsage.keyEncipherment));
        good("key-usage-of-rsa-server", usage(client(rsaServer()), KeyUsage.digitalSignature));
        for (byte[] key : new byte[][] {TestKeys.info(TestKeys.EC), TestKeys.ed25519(), TestKeys.mlDsa65()}) {
            int bits = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            bad("key-usage-of-ec-server", usage(server(key), bits));
            good("key-usage-of-ec-server", usage(client(server(key)), bits));
        }
        good("key-usage-of-ec-server", usage(rsaServer(), KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        for (int only : new int[] {KeyUsage.encipherOnly, KeyUsage.decipherOnly}) {
            bad("key-usage-agreement-bits", usage(ecServer(), KeyUsage.digitalSignature | only));
            good("key-usage-agreement-bits", usage(ecServer(), KeyUsage.keyAgreement | only));
        }
        bad("key-usage-agreement-bits", ecServer().but(draft -> draft.with(USAGE, true, hex("0303060040"))));
    }

    private static Scene client(Scene scene) {
        return scene.but(draft -> draft.with(PURPOSES, false, sequence(oid("1.3.6.1.5.5.7.3.2"))));
    }

    @Test
    @DisplayName("purposes and the usages that they need")
    void purposes() {
        String client = "1.3.6.1.5.5.7.3.2";
        String stamps = "1.3.6.1.5.5.7.3.8";
        good("eku-fits-key-usage", usage(client(ecServer()), KeyUsage.keyAgreement));
        bad("eku-fits-key-usage", usage(client(rsaServer()), KeyUsage.keyEncipherment));
        good("eku-fits-key-usage", usage(client(rsaServer()), KeyUsage.digitalSignature));
        good("eku-time-stamping-alone", ecServer().but(draft -> draft.with(PURPOSES, true, sequence(oid(stamps)))));
        bad("eku-time-stamping-alone", with(PURPOSES, sequence(oid(stamps))));
        bad(
                "eku-time-stamping-alone",
                ecServer().but(draft -> draft.with(PURPOSES, true, sequence(oid(stamps), oid(client)))));
        good("eku-time-stamping-alone", with(PURPOSES, sequence(oid(client), oid("1.3.6.1.5.5.7.3.4"))));
    }

    @Test
    @DisplayName("path lengths")
    void pathLengths() {
        good("path-length-only-in-ca", intermediate());
        bad("path-length-only-in-ca", usage(intermediate(), KeyUsage.cRLSign));
        bad(
                "path-length-only-in-ca",
                intermediate().but(draft -> draft.with("2.5.29.19", true, hex("30060101ff0201ff"))));
        bad("path-length-only-in-ca", ecServer().but(draft -> draft.with("2.5.29.19", true, hex("3003020100"))));
        bad("path-length-honoured", limited(1, 1));
        good("path-length-honoured", limited(1, 0));
        bad("path-length-honoured", limited(0, 0));
        good("path-length-honoured", limited(2, 1));
        good(
                "path-length-honoured",
                limited(1, 0).but(draft -> draft.with("2.5.29.19", true, new BasicConstraints(true))));
    }

    private static Scene limited(int issuer, int own) {
        return intermediate()
                .but(draft -> draft.with("2.5.29.19", true, new BasicConstraints(own)))
                .where(scene -> Optional.ofNullable(scene.issuer)
                        .orElseThrow()
                        .with("2.5.29.19", true, new BasicConstraints(issuer)));
    }

    @Test
    @DisplayName("TLS features, Microsoft's template, timestamps of logs")
    void small() {
        String feature = "1.3.6.1.5.5.7.1.24";
        good("tls-feature-form", with(feature, sequence(integer(5))));
        good("tls-feature-form", with(feature, sequence(integer(17), integer(5))));
        good("tls-feature-form", with(feature, sequence(integer(5), integer(65535), integer(0))));
        bad("tls-feature-form", with(feature, sequence(integer(5), integer(65536))));
        bad("tls-feature-form", with(feature, sequence(integer(5), integer(-1))));
        bad("tls-feature-form", with(feature, sequence(integer(17))));
        bad("tls-feature-form", with(feature, sequence()));
        String template = "1.3.6.1.4.1.311.21.7";
        good("microsoft-template-form", with(template, sequence(oid("1.2.3"))));
        good("microsoft-template-form", with(template, sequence(oid("1.2.3"), integer(0), integer(0))));
        bad("microsoft-template-form", with(template, sequence(oid("1.2.3"), integer(0), integer(0), integer(0))));
        bad("microsoft-template-form", with(template, sequence(oid("1.2.3"), integer(0), integer(-1))));
        bad("microsoft-template-form", with(template, sequence(integer(1))));
        bad("microsoft-template-form", with(template, sequence()));
        String scts = "1.3.6.1.4.1.11129.2.4.2";
        bad("sct-list-not-empty", with(scts, octets(new byte[2])));
        good("sct-list-not-empty", with(scts, octets(new byte[3])));
    }

    @Test
    @DisplayName("policies: limits and texts")
    void policies() {
        String constraints = "2.5.29.36";
        good("policy-constraints-form", with(constraints, sequence(tlv(0x80, hex("00")), tlv(0x81, hex("7f")))));
        bad("policy-constraints-form", with(constraints, sequence(tlv(0x80, hex("80")))));
        bad("policy-constraints-form", with(constraints, sequence(tlv(0x81, hex("")))));
        bad("policy-constraints-form", with(constraints, sequence(tlv(0x82, hex("00")))));
        good("inhibit-any-policy-form", with("2.5.29.54", integer(0)));
        bad("inhibit-any-policy-form", with("2.5.29.54", integer(-1)));
        good("policy-text-length", notice(0x0c, "x".repeat(200)));
        bad("policy-text-length", notice(0x0c, "x".repeat(201)));
        good("policy-text-length", notice(0x0c, "x"));
        bad("policy-text-length", notice(0x0c, ""));
        for (int tag : new int[] {0x0c, 0x1a, 0x1e}) {
            good("policy-text-type", notice(tag, "xx"));
        }
        bad("policy-text-type", notice(0x16, "x"));
        good("policy-text-utf8", notice(0x0c, "x"));
        bad("policy-text-utf8", notice(0x1a, "x"));
        bad("policy-text-utf8", notice(0x1e, "xx"));
    }

    private static Scene notice(int tag, String words) {
        byte[] qualifier = sequence(oid("1.3.6.1.5.5.7.2.2"), sequence(text(tag, words)));
        return with("2.5.29.32", sequence(sequence(oid("1.2.3"), sequence(qualifier))));
    }

    @Test
    @DisplayName("issuer alternative names, each in its form")
    void issuerNames() {
        for (byte[] name : List.of(
                text(0x82, "a.example"),
                text(0x81, "a@b"),
                text(0x86, "a:b"),
                tlv(0x87, new byte[4]),
                tlv(0x87, new byte[16]),
                tlv(0x88, hex("2a03")))) {
            good("issuer-alt-name-forms", with("2.5.29.18", sequence(name)));
        }
        for (byte[] name : List.of(
                text(0x82, "-a"),
                text(0x81, "@b"),
                text(0x81, "a b@c"),
                text(0x86, "ab"),
                text(0x86, "a:b c"),
                tlv(0x87, new byte[5]))) {
            bad("issuer-alt-name-forms", with("2.5.29.18", sequence(name)));
        }
        bad("issuer-alt-name-not-empty", with("2.5.29.18", sequence(text(0x82, "a"), text(0x82, ""))));
    }

    @Test
    @DisplayName("where a revocation can be learnt of")
    void revocation() {
        Scene nothing = ecServer().but(draft -> draft.without("2.5.29.31").without("1.3.6.1.5.5.7.1.1"));
        bad("revocation-source-present", nothing);
        good("revocation-source-present", nothing.but(draft -> draft.with("2.5.29.56", false, hex("0500"))));
        good("no-rev-avail-alone", nothing);
        for (Scene beside : List.of(
                ecServer().but(draft -> draft.without("1.3.6.1.5.5.7.1.1")),
                ecServer().but(draft -> draft.without("2.5.29.31")),
                ecServer()
                        .but(draft -> draft.without("2.5.29.31")
                                .without("1.3.6.1.5.5.7.1.1")
                                .with("2.5.29.46", false, sequence())))) {
            bad("no-rev-avail-alone", beside.but(draft -> draft.with("2.5.29.56", false, hex("0500"))));
        }
        bad("no-rev-avail-form", ecServer().but(draft -> draft.with("2.5.29.56", true, hex("0500"))));
        bad("no-rev-avail-form", ecServer().but(draft -> draft.with("2.5.29.56", false, sequence())));
        good("no-rev-avail-form", ecServer().but(draft -> draft.with("2.5.29.56", false, hex("0500"))));
    }

    @Test
    @DisplayName("signatures as the profile states them")
    void signatures() {
        good("signature-as-expected", stated(Draft.SHA256_RSA, "SHA256", false));
        bad("signature-as-expected", stated(Draft.SHA256_RSA, "SHA384", false));
        bad("signature-as-expected", stated(Draft.SHA256_RSA, "SHA256", true));
        good("signature-as-expected", stated(ParticularSamples.PSS_SHA384, "SHA384", true));
        bad("signature-as-expected", stated(ParticularSamples.PSS_SHA384, "SHA256", true));
        bad("signature-as-expected", stated(ParticularSamples.PSS_SHA384, "SHA384", false));
        good("signature-as-expected", stated(Draft.SHA256_ECDSA, "SHA256", true));
        good("signature-as-expected", stated(Draft.SHA256_ECDSA, "", false));
    }

    private static Scene stated(String algorithm, String hash, boolean pss) {
        Particulars none = Particulars.none();
        return ecServer()
                .but(draft -> draft.signedWith(algorithm))
                .where(scene -> scene.particulars = new Particulars(
                        none.policies(),
                        none.limits(),
                        none.tlsFeatures(),
                        none.template(),
                        none.custom(),
                        none.critical(),
                        none.addresses(),
                        none.access(),
                        none.issuerNames(),
                        none.attributes(),
                        Optional.of(hash).filter(text -> !text.isEmpty()),
                        pss));
    }

    @Test
    @DisplayName("what is wrong with it is said once for each rule, and by no rule about something else")
    void counted() {
        assertThat(rsa(2047, 65537).findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList("key-rsa-size", "key-rsa-whole-octets"));
    }
}
