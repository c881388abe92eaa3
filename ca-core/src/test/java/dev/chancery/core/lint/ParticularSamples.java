package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Samples whose further extensions are not those of the profile, and good ones whose are. */
final class ParticularSamples {
    private static final String POLICY = "1.3.6.1.4.1.99999.1.1";
    private static final String OTHER = "1.3.6.1.4.1.99999.1.2";
    private static final String OWN = "1.3.6.1.4.1.99999.2.1";
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final String TEMPLATE = "1.3.6.1.4.1.311.21.7";
    private static final String SIA = "1.3.6.1.5.5.7.1.11";
    private static final String TIME_STAMPS = "1.3.6.1.5.5.7.48.3";
    private static final String RESIDENCE = "1.3.6.1.5.5.7.9.5";
    private static final String CPS = "https://pki.example.com/cps.html";
    private static final String CRL = "http://pki.example.com/crl/root.crl";
    static final String PSS_SHA384 =
            "304106092a864886f70d01010a3034a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d"
                    + "06096086480165030402020500a203020130";

    private ParticularSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(
                descriptive(),
                Map.of(
                        "policies-as-expected", changed(statedServer(), Set.of(POLICY), Set.of(), Set.of(5)),
                        "tls-feature-as-expected", changed(statedServer(), policies(), Set.of(), Set.of(17)),
                        "template-as-expected",
                                statedServer()
                                        .but(draft -> draft.with(TEMPLATE, false, sequence(oid(OTHER), integer(1)))),
                        "extensions-as-expected", statedServer().but(draft -> draft.with(OWN, true, text(0x0c, "no"))),
                        "addresses-as-expected",
                                statedServer()
                                        .but(draft -> draft.with(
                                                "2.5.29.31",
                                                false,
                                                Scenes.distributionPoints(Scenes.uri("http://evil.example/root.crl")))),
                        "signature-as-expected", statedServer().but(draft -> draft.signedWith(Draft.SHA256_RSA)),
                        "limits-as-expected",
                                changed(limitedCa(), Set.of(), Set.of("permitted dns:example.com"), Set.of())));
    }

    private static Map<String, Scene> descriptive() {
        return Map.of(
                "sia-as-expected",
                        statedServer()
                                .but(draft -> draft.with(
                                        SIA,
                                        false,
                                        sequence(sequence(oid(TIME_STAMPS), text(0x86, "http://evil.example/"))))),
                "issuer-alt-name-as-expected",
                        statedServer()
                                .but(draft ->
                                        draft.with("2.5.29.18", false, sequence(text(0x81, "somebody@example.com")))),
                "directory-attributes-as-expected",
                        statedServer()
                                .but(draft -> draft.with(
                                        "2.5.29.9",
                                        false,
                                        sequence(sequence(
                                                oid(RESIDENCE), Tlv.set(text(0x13, "DE"), text(0x13, "FR")))))));
    }

    private static Set<String> policies() {
        return Set.of(POLICY, POLICY + " cps " + CPS, POLICY + " notice For tests only");
    }

    private static Scene changed(Scene scene, Set<String> policies, Set<String> limits, Set<Integer> features) {
        Particulars good = java.util.Objects.requireNonNull(scene.particulars);
        return scene.where(it -> it.particulars = new Particulars(
                policies,
                limits,
                features,
                good.template(),
                good.custom(),
                good.critical(),
                good.addresses(),
                good.access(),
                good.issuerNames(),
                good.attributes(),
                good.signatureHash(),
                good.pss()));
    }

    /** A server with one of everything that a profile may state. */
    static Scene statedServer() {
        return ecServer()
                .but(draft -> draft.signedWith(PSS_SHA384)
                        .with("2.5.29.32", true, sequence(sequence(oid(POLICY), qualifiers())))
                        .with(TLS_FEATURE, false, sequence(integer(5)))
                        .with(TEMPLATE, false, sequence(oid(OTHER), integer(100), integer(2)))
                        .with(SIA, false, sequence(sequence(oid(TIME_STAMPS), text(0x86, "http://tsa.example.com/"))))
                        .with(
                                "2.5.29.18",
                                false,
                                sequence(
                                        text(0x81, "pki@example.com"),
                                        text(0x82, "pki.example.com"),
                                        tlv(0x87, hex("c0000201"))))
                        .with("2.5.29.9", false, sequence(sequence(oid(RESIDENCE), Tlv.set(text(0x13, "DE")))))
                        .with(OWN, true, text(0x0c, "ok")))
                .where(scene -> scene.particulars = new Particulars(
                        policies(),
                        Set.of(),
                        Set.of(5),
                        Optional.of(OTHER + " 100.2"),
                        Map.of(OWN, Der.ofOwned(text(0x0c, "ok"))),
                        Set.of(OWN),
                        Map.of(
                                "crl", Set.of(CRL),
                                "caIssuers", Set.of("http://pki.example.com/ca/root.crt"),
                                "ocsp", Set.of("http://pki.example.com/ocsp/root")),
                        Set.of(TIME_STAMPS + " uri:http://tsa.example.com/"),
                        Set.of("email:pki@example.com", "dns:pki.example.com", "ip:192.0.2.1"),
                        Set.of(RESIDENCE + " 13024445"),
                        Optional.of("SHA384"),
                        true));
    }

    private static byte[] qualifiers() {
        return sequence(
                sequence(oid("1.3.6.1.5.5.7.2.1"), text(0x16, CPS)),
                sequence(oid("1.3.6.1.5.5.7.2.2"), sequence(text(0x0c, "For tests only"))));
    }

    /** A CA with one of every limit that there is. */
    static Scene limitedCa() {
        byte[] permitted = tlv(
                0xa0,
                sequence(text(0x82, "example.com")),
                sequence(tlv(0x87, hex("0a000000ff000000"))),
                sequence(text(0x81, "example.com")),
                sequence(tlv(0xa4, sequence(Tlv.set(sequence(oid("2.5.4.10"), text(0x0c, "Example")))))));
        byte[] excluded = tlv(0xa1, sequence(text(0x86, ".lab.example.com")));
        return intermediate()
                .but(draft -> draft.with("2.5.29.30", true, sequence(permitted, excluded))
                        .with("2.5.29.32", false, sequence(sequence(oid(POLICY))))
                        .with("2.5.29.33", true, sequence(sequence(oid(POLICY), oid(OTHER))))
                        .with("2.5.29.36", true, sequence(tlv(0x80, hex("00")), tlv(0x81, hex("01"))))
                        .with("2.5.29.54", true, integer(0)))
                .where(scene -> scene.particulars = new Particulars(
                        Set.of(POLICY),
                        Set.of(
                                "permitted dns:example.com",
                                "permitted ip:10.0.0.0/8",
                                "permitted email:example.com",
                                "permitted directory:30123110300e060355040a0c074578616d706c65",
                                "excluded uri:.lab.example.com",
                                "mapping " + POLICY + " to " + OTHER,
                                "require-explicit-policy 0",
                                "inhibit-policy-mapping 1",
                                "inhibit-any-policy 0"),
                        Set.of(),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        Map.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        false));
    }

    /** Further ways not to be what the profile states. */
    static List<FurtherSamples.Sample> further() {
        return List.of(
                sample(
                        "extensions-as-expected",
                        "an extension that the profile does not have",
                        statedServer().but(draft -> draft.with(OTHER, false, octets()))),
                sample(
                        "extensions-as-expected",
                        "an extension of the profile that is missing",
                        statedServer().but(draft -> draft.without(OWN))),
                sample(
                        "extensions-as-expected",
                        "an extension of the profile that lost its criticality",
                        statedServer().but(draft -> draft.with(OWN, false, text(0x0c, "ok")))),
                sample("sia-as-expected", "none at all", statedServer().but(draft -> draft.without(SIA))),
                sample(
                        "sia-as-expected",
                        "one that the profile does not state",
                        ecServer()
                                .but(draft -> draft.with(
                                        SIA, false, sequence(sequence(oid(TIME_STAMPS), text(0x86, "http://x/")))))
                                .where(scene -> scene.particulars = Particulars.none())),
                sample(
                        "issuer-alt-name-as-expected",
                        "none at all",
                        statedServer().but(draft -> draft.without("2.5.29.18"))),
                sample(
                        "directory-attributes-as-expected",
                        "another type of string",
                        statedServer()
                                .but(draft -> draft.with(
                                        "2.5.29.9",
                                        false,
                                        sequence(sequence(oid(RESIDENCE), Tlv.set(text(0x0c, "DE"))))))),
                sample(
                        "signature-as-expected",
                        "PSS over another hash",
                        statedServer().but(draft -> draft.signedWith(PSS_SHA384.replace("0402020500", "0402010500")))),
                sample(
                        "policies-as-expected",
                        "a notice in another type of string",
                        statedServer()
                                .but(draft -> draft.with(
                                        "2.5.29.32",
                                        true,
                                        sequence(sequence(
                                                oid(POLICY),
                                                sequence(
                                                        sequence(oid("1.3.6.1.5.5.7.2.1"), text(0x16, CPS)),
                                                        sequence(
                                                                oid("1.3.6.1.5.5.7.2.2"),
                                                                sequence(text(0x1a, "For tests only"))))))))),
                sample(
                        "limits-as-expected",
                        "a subtree with a minimum",
                        limitedCa()
                                .but(draft -> draft.with(
                                        "2.5.29.30",
                                        true,
                                        sequence(tlv(
                                                0xa0, sequence(text(0x82, "example.com"), tlv(0x80, hex("01")))))))));
    }

    private static FurtherSamples.Sample sample(String rule, String what, Scene scene) {
        return new FurtherSamples.Sample(rule, what, scene);
    }
}
