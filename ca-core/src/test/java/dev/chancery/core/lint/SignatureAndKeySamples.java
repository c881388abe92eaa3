package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.rsaServer;
import static dev.chancery.core.lint.Scenes.server;
import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;

import java.util.List;
import java.util.Map;

/** Samples with bad signature algorithms, issuers and public keys. */
final class SignatureAndKeySamples {
    private static final byte[] P256 = oid("1.2.840.10045.3.1.7");

    private SignatureAndKeySamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(signatures(), keys());
    }

    private static Map<String, Scene> signatures() {
        return Map.ofEntries(
                Map.entry(
                        "signature-algorithms-equal",
                        ecServer().but(draft -> draft.outer = hex("300d06092a864886f70d01010c0500"))),
                Map.entry(
                        "signature-known",
                        ecServer().but(draft -> draft.signedWith("300506032b6570".replace("70", "7f")))),
                Map.entry(
                        "signature-rsa-parameters-null",
                        ecServer().but(draft -> draft.signedWith("300b06092a864886f70d01010b"))),
                Map.entry(
                        "signature-parameters-absent",
                        ecServer().but(draft -> draft.signedWith("300c06082a8648ce3d0403020500"))),
                Map.entry(
                        "signature-hash-strong",
                        ecServer().but(draft -> draft.signedWith("300d06092a864886f70d0101050500"))),
                Map.entry(
                        "signature-pss-noted",
                        ecServer()
                                .but(draft -> draft.signedWith(
                                        "301c06092a864886f70d01010a300fa00d300b0609608648016503040201"))),
                Map.entry("signature-fits-key", ecServer().but(draft -> draft.signedWith(Draft.SHA256_ECDSA))),
                Map.entry("signer-is-issuer", ecServer().where(scene -> scene.signerKey = TestKeys.info(TestKeys.RSA))),
                Map.entry(
                        "issuer-name-copied",
                        ecServer().where(scene -> scene.issuer.subject("CN=Test Root,O=Elsewhere"))),
                Map.entry("issuer-is-ca", ecServer().where(scene -> scene.issuer.without("2.5.29.19"))));
    }

    private static Map<String, Scene> keys() {
        return Map.ofEntries(
                Map.entry("key-rsa-size", rsaServer().but(draft -> draft.key = TestKeys.rsa(1024, 65537))),
                Map.entry("key-rsa-exponent", rsaServer().but(draft -> draft.key = TestKeys.rsa(2048, 3))),
                Map.entry(
                        "key-rsa-parameters-null",
                        rsaServer().but(draft -> draft.key = TestKeys.rsa(2048, 65537, new byte[0]))),
                Map.entry(
                        "key-parameters-absent",
                        server(sequence(sequence(oid("1.3.101.112"), hex("0500")), bits(new byte[32])))),
                Map.entry("key-ec-named-curve", server(TestKeys.ec(sequence(integer(1)), new byte[65]))),
                Map.entry("key-ec-curve-allowed", server(TestKeys.ec(oid("1.3.132.0.10"), point(4, 65)))),
                Map.entry("key-ec-point", server(TestKeys.ec(P256, point(2, 33)))),
                Map.entry("key-length", server(sequence(sequence(oid("1.3.101.112")), bits(new byte[31])))),
                Map.entry(
                        "ml-dsa-pure",
                        server(sequence(sequence(oid("2.16.840.1.101.3.4.3.33")), bits(new byte[1952])))));
    }

    private static byte[] point(int form, int length) {
        byte[] point = new byte[length];
        point[0] = (byte) form;
        return point;
    }
}
