package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.ocspResponder;
import static dev.chancery.core.lint.Scenes.root;
import static dev.chancery.core.lint.Scenes.rsaServer;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;

import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Samples about keys, purposes and the rarer extensions, each with its twin. */
final class FurtherExtensionSamples {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String NO_REV_AVAIL = "2.5.29.56";
    private static final String CDP = "2.5.29.31";
    private static final String AIA = "1.3.6.1.5.5.7.1.1";
    private static final String NOCHECK = "1.3.6.1.5.5.7.48.1.5";
    private static final byte[] NULL = hex("0500");
    /** SHA-256 for hash and mask, and a salt of this many octets. */
    private static final String PSS = "304106092a864886f70d01010a3034a00f300d06096086480165030402010500"
            + "a11c301a06092a864886f70d010108300d06096086480165030402010500a2030201";

    private FurtherExtensionSamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(keys(), rare(), descriptive(), revocation(), purposes());
    }

    private static Map<String, Scene> keys() {
        return Map.ofEntries(
                pair(
                        "key-rsa-modulus-odd",
                        rsaServer().but(draft -> draft.key = TestKeys.rsa(java.math.BigInteger.ONE.shiftLeft(2047))),
                        rsaServer()),
                pair(
                        "key-rsa-whole-octets",
                        rsaServer().but(draft -> draft.key = TestKeys.rsa(2049, 65537)),
                        rsaServer()),
                pair(
                        "signature-pss-parameters",
                        ecServer().but(draft -> draft.signedWith(PSS + "14")),
                        ecServer().but(draft -> draft.signedWith(PSS + "20"))),
                pair(
                        "signature-verifies",
                        finished(ecServer()),
                        finished(ecServer().but(Draft::signed))),
                pair(
                        "validity-of-server",
                        ecServer().but(draft -> draft.valid("260101000000Z", "280405000001Z")),
                        ecServer().but(draft -> draft.valid("260101000000Z", "280405000000Z"))),
                pair(
                        "key-usage-of-rsa-ca",
                        root().but(draft -> draft.with(
                                "2.5.29.15",
                                true,
                                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.keyEncipherment))),
                        root()),
                with("ski-not-empty", "2.5.29.14", octets(), octets(new byte[20])));
    }

    private static Map<String, Scene> rare() {
        byte[] template = sequence(oid("1.3.6.1.4.1.311.21.8.1"), integer(100), integer(3));
        byte[] attributes = sequence(sequence(oid("2.5.4.72"), set(text(0x0c, "officer"))));
        byte[] repository = sequence(sequence(oid("1.3.6.1.5.5.7.48.5"), text(0x86, "http://pki.example.com/")));
        return Map.ofEntries(
                with("tls-feature-form", "1.3.6.1.5.5.7.1.24", sequence(integer(17)), sequence(integer(5))),
                critical("tls-feature-not-critical", "1.3.6.1.5.5.7.1.24", sequence(integer(5))),
                critical("freshest-crl-not-critical", "2.5.29.46", sequence()),
                critical("directory-attributes-not-critical", "2.5.29.9", attributes),
                with("directory-attributes-not-empty", "2.5.29.9", sequence(), attributes),
                critical("sia-not-critical", "1.3.6.1.5.5.7.1.11", repository),
                with("sia-form", "1.3.6.1.5.5.7.1.11", sequence(), repository),
                with("microsoft-template-form", "1.3.6.1.4.1.311.21.7", sequence(integer(1)), template),
                with("sct-list-not-empty", "1.3.6.1.4.1.11129.2.4.2", octets(new byte[2]), octets(new byte[] {
                    0, 3, 0, 1, 9
                })),
                pair(
                        "private-key-usage-period-absent",
                        ecServer()
                                .but(draft -> draft.with("2.5.29.16", false, sequence(text(0x80, "20260101000000Z")))),
                        ecServer()),
                pair(
                        "netscape-extensions-absent",
                        ecServer().but(draft -> draft.with("2.16.840.1.113730.1.1", false, hex("03020640"))),
                        ecServer()));
    }

    private static Map<String, Scene> descriptive() {
        String birth = "1.3.6.1.5.5.7.9.1";
        byte[] repository = sequence(sequence(oid("1.3.6.1.5.5.7.48.5"), text(0x86, "http://pki.example.com/")));
        byte[] stamps = sequence(sequence(oid("1.3.6.1.5.5.7.48.3"), text(0x86, "http://tsa.example.com/")));
        byte[] issuers = sequence(sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "http://pki.example.com/")));
        return Map.ofEntries(
                with(
                        "directory-attributes-form",
                        "2.5.29.9",
                        sequence(sequence(oid("2.5.4.72"), set())),
                        sequence(sequence(oid("2.5.4.72"), set(text(0x0c, "officer"))))),
                with(
                        "directory-attributes-syntax",
                        "2.5.29.9",
                        sequence(sequence(oid(birth), set(text(0x0c, "1970-12-31")))),
                        sequence(sequence(oid(birth), set(text(0x18, "19701231120000Z"))))),
                pair(
                        "sia-repository-only-in-ca",
                        ecServer().but(draft -> draft.with("1.3.6.1.5.5.7.1.11", false, repository)),
                        intermediate().but(draft -> draft.with("1.3.6.1.5.5.7.1.11", false, repository))),
                with("sia-of-subject", "1.3.6.1.5.5.7.1.11", issuers, stamps));
    }

    private static Map<String, Scene> revocation() {
        return Map.ofEntries(
                with("no-rev-avail-form", NO_REV_AVAIL, integer(1), NULL),
                pair(
                        "no-rev-avail-only-in-end-entity",
                        intermediate().but(draft -> draft.with(NO_REV_AVAIL, false, NULL)),
                        shortLived()),
                pair(
                        "no-rev-avail-alone",
                        ecServer().but(draft -> draft.with(NO_REV_AVAIL, false, NULL)),
                        shortLived()),
                pair("revocation-source-present", shortLived().but(draft -> draft.without(NO_REV_AVAIL)), shortLived()),
                pair("aia-ca-issuers-present", ecServer().but(draft -> draft.without(AIA)), ecServer()),
                pair(
                        "ocsp-nocheck-in-responder",
                        ocspResponder().but(draft -> draft.without(NOCHECK)),
                        ocspResponder()),
                pair(
                        "ocsp-nocheck-not-critical",
                        ocspResponder().but(draft -> draft.with(NOCHECK, true, NULL)),
                        ocspResponder()));
    }

    private static Map<String, Scene> purposes() {
        return Map.ofEntries(
                pair(
                        "eku-fits-key-usage",
                        ecServer().but(draft -> draft.with("2.5.29.15", true, new KeyUsage(KeyUsage.nonRepudiation))),
                        ecServer()),
                pair(
                        "eku-time-stamping-alone",
                        ecServer()
                                .but(draft ->
                                        draft.with("2.5.29.37", true, sequence(oid(SERVER_AUTH), oid(TIME_STAMPING)))),
                        ecServer().but(draft -> draft.with("2.5.29.37", true, sequence(oid(TIME_STAMPING))))));
    }

    private static Scene shortLived() {
        return ecServer()
                .but(draft -> draft.with(NO_REV_AVAIL, false, NULL).without(CDP).without(AIA));
    }

    private static Scene finished(Scene scene) {
        return scene.where(changed -> changed.finished = true);
    }

    private static Map.Entry<String, Scene> critical(String rule, String oid, byte[] value) {
        return pair(
                rule,
                ecServer().but(draft -> draft.with(oid, true, value)),
                ecServer().but(draft -> draft.with(oid, false, value)));
    }

    private static Map.Entry<String, Scene> with(String rule, String oid, byte[] bad, byte[] good) {
        return pair(
                rule,
                ecServer().but(draft -> draft.with(oid, false, bad)),
                ecServer().but(draft -> draft.with(oid, false, good)));
    }

    /** The second is what is wrong, the third the same done right. */
    private static Map.Entry<String, Scene> pair(String rule, Scene bad, Scene good) {
        return Map.entry(rule, bad.twin(() -> good));
    }
}
