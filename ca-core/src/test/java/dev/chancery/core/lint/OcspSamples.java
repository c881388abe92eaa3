package dev.chancery.core.lint;

import static dev.chancery.core.lint.OcspDraft.GOOD;
import static dev.chancery.core.lint.OcspDraft.NONE;
import static dev.chancery.core.lint.OcspDraft.SHA1;
import static dev.chancery.core.lint.OcspDraft.SHA256;
import static dev.chancery.core.lint.OcspDraft.answer;
import static dev.chancery.core.lint.OcspDraft.certId;
import static dev.chancery.core.lint.OcspDraft.certs;
import static dev.chancery.core.lint.OcspDraft.extensions;
import static dev.chancery.core.lint.OcspDraft.good;
import static dev.chancery.core.lint.OcspDraft.nonce;
import static dev.chancery.core.lint.OcspDraft.revoked;
import static dev.chancery.core.lint.OcspDraft.time;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each rule about OCSP responses one that breaks it, and its twin that does not. */
final class OcspSamples {
    private static final String EXTENDED_REVOKE = "1.3.6.1.5.5.7.48.1.9";
    private static final String NEVER = "19700101000000Z";

    record Pair(OcspDraft bad, OcspDraft good) {}

    private OcspSamples() {}

    static Map<String, Pair> all() {
        Map<String, Pair> all = new HashMap<>();
        all.putAll(outlines());
        all.putAll(answers());
        all.putAll(times());
        all.putAll(revocations());
        all.putAll(extensionLists());
        all.putAll(signatures());
        all.putAll(responders());
        return all;
    }

    private static Pair bad(OcspDraft bad) {
        return new Pair(bad, good());
    }

    private static Map<String, Pair> outlines() {
        return Map.of(
                "ocsp-well-formed", bad(good().but(draft -> draft.extensions = extensions(deep()))),
                "ocsp-encoding",
                        bad(good().answering(answer(certId(SHA1), hex("800100")))
                                .but(draft ->
                                        draft.extensions = extensions(Draft.extension("1.2.3", false, hex("0101aa"))))),
                "ocsp-status-known", new Pair(failed(4), failed(6)),
                "ocsp-bytes-fit-status", new Pair(good().but(draft -> draft.status = hex("0a0103")), failed(3)),
                "ocsp-type-basic", bad(good().but(draft -> draft.type = "1.2.3")),
                "ocsp-version-1", bad(good().but(draft -> draft.version = tlv(0xa0, integer(0)))),
                "ocsp-responder-form", bad(good().but(draft -> draft.responderId = tlv(0xa2, octets(new byte[32])))),
                "ocsp-responder-by-key", bad(good().but(OcspSamples::named)));
    }

    /** An extension nested deeper than anybody reads. */
    private static byte[] deep() {
        byte[] value = sequence();
        for (int i = 0; i < 40; i++) {
            value = sequence(value);
        }
        return Draft.extension("1.2.3", false, value);
    }

    static OcspDraft failed(int status) {
        return good().but(draft -> {
            draft.status = new byte[] {0x0a, 1, (byte) status};
            draft.bytesPresent = false;
        });
    }

    static void named(OcspDraft draft) {
        draft.responderId = tlv(0xa1, Scenes.ocspResponder().certificate.subject);
    }

    private static Map<String, Pair> answers() {
        byte[] about = answer(certId(SHA1), GOOD);
        byte[] other = answer(certId(SHA1, 6), GOOD);
        return Map.of(
                "ocsp-answers-present",
                bad(good().answering()),
                "ocsp-one-answer",
                new Pair(good().answering(about, other), good().answering(about, answer(certId(SHA256), GOOD))),
                "ocsp-answers-unique",
                new Pair(good().answering(about, answer(certId(SHA1), hex("8200"))), good().answering(about, other)),
                "ocsp-cert-id-form",
                bad(good().answering(
                                answer(sequence(SHA1, octets(new byte[32]), octets(new byte[32]), integer(5)), GOOD))));
    }

    private static OcspDraft at(String thisUpdate, String nextUpdate) {
        return good().answering(answer(certId(SHA1), GOOD, thisUpdate, Optional.ofNullable(nextUpdate), NONE));
    }

    private static Map<String, Pair> times() {
        String now = "20260601000000Z";
        return Map.of(
                "ocsp-time-form",
                bad(good().but(draft -> draft.producedAt = time("20260601000000.5Z"))),
                "ocsp-this-update-not-later",
                new Pair(at("20260601000001Z", "20260602000000Z"), at(now, "20260602000000Z")),
                "ocsp-next-update-present",
                bad(at(now, null)),
                "ocsp-next-update-later",
                new Pair(at(now, now), at(now, "20260601000001Z")));
    }

    private static OcspDraft saying(byte[] status) {
        return good().answering(answer(certId(SHA1), status));
    }

    private static Map<String, Pair> revocations() {
        String before = "20260501000000Z";
        OcspDraft never = saying(revoked(NEVER, 6))
                .but(draft -> draft.extensions = extensions(Draft.extension(EXTENDED_REVOKE, false, hex("0500"))));
        return Map.of(
                "ocsp-revocation-time-not-later",
                        new Pair(saying(revoked("20260601000001Z")), saying(revoked("20260601000000Z"))),
                "ocsp-reason-known", new Pair(saying(revoked(before, 7)), saying(revoked(before, 10))),
                "ocsp-reason-unspecified", new Pair(saying(revoked(before, 0)), saying(revoked(before))),
                "ocsp-never-issued", new Pair(saying(revoked(NEVER, 6)), never));
    }

    private static OcspDraft extended(byte[]... each) {
        return good().but(draft -> draft.extensions = extensions(each));
    }

    private static Map<String, Pair> extensionLists() {
        return Map.of(
                "ocsp-nonce-form", new Pair(extended(nonce(0)), extended(nonce(1))),
                "ocsp-extensions-unique", new Pair(extended(nonce(32), nonce(16)), extended(nonce(32))),
                "ocsp-extensions-not-empty", new Pair(extended(), extended(nonce(32))),
                "ocsp-critical-extension-known",
                        new Pair(
                                extended(Draft.extension("1.2.3", true, hex("0500"))),
                                extended(Draft.extension(EXTENDED_REVOKE, true, hex("0500")))));
    }

    private static OcspDraft algorithm(String hex) {
        return good().but(draft -> draft.algorithm = hex(hex));
    }

    private static Map<String, Pair> signatures() {
        return Map.of(
                "ocsp-signature-known", bad(algorithm("300406022a03")),
                "ocsp-signature-parameters", bad(algorithm("300c06082a8648ce3d0403020500")),
                "ocsp-signature-strong",
                        bad(algorithm("300906072a8648ce3d0401").but(draft -> draft.signatureName = "SHA1withECDSA")),
                "ocsp-signature-verifies", bad(good().but(draft -> draft.spoilSignature = true)));
    }

    private static OcspDraft byServer() {
        return good().but(draft -> draft.certificates =
                certs(Scenes.ecServer().certificate.signed().certificate().octets()));
    }

    /** Signed by the CA itself. */
    static OcspDraft bySelf() {
        return good().but(draft -> {
            draft.responderId = OcspDraft.byKey(TestKeys.info(TestKeys.CA));
            draft.certificates = NONE;
            draft.signer = TestKeys.CA;
            draft.signatureName = "SHA256withRSA";
            draft.algorithm = hex(Draft.SHA256_RSA);
        });
    }

    private static Map<String, Pair> responders() {
        byte[] unsigned = Scenes.ocspResponder().certificate.certificate().octets();
        return Map.of(
                "ocsp-responder-may-sign", bad(byServer()),
                "ocsp-responder-valid", bad(good().but(draft -> draft.producedAt = time("20280601000000Z"))),
                "ocsp-about-issuer",
                        bad(good().answering(answer(
                                sequence(SHA1, octets(new byte[20]), octets(new byte[20]), integer(5)), GOOD))),
                "ocsp-responder-known", new Pair(good().but(draft -> draft.certificates = NONE), bySelf()),
                "ocsp-responder-of-issuer", bad(good().but(draft -> draft.certificates = certs(unsigned))),
                "ocsp-signed-by-issuer", new Pair(bySelf().but(draft -> draft.spoilSignature = true), bySelf()));
    }

    /** A rule, and a further way to break it. */
    record Further(String rule, String what, OcspDraft draft) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    static List<Further> further() {
        String before = "20260501000000Z";
        return List.of(
                new Further("ocsp-status-known", "seven", failed(7)),
                new Further("ocsp-bytes-fit-status", "success without an answer", failed(0)),
                new Further(
                        "ocsp-encoding",
                        "in what is signed",
                        good().answering(answer(
                                sequence(SHA1, octets(new byte[20]), octets(new byte[20]), tlv(0x02, hex("0005"))),
                                GOOD))),
                new Further("ocsp-encoding", "outside", good().but(draft -> {
                    draft.status = hex("0a0100");
                    draft.version = tlv(0xa0, tlv(0x02, hex("0000")));
                })),
                new Further("ocsp-version-1", "v2", good().but(draft -> draft.version = tlv(0xa0, integer(1)))),
                new Further(
                        "ocsp-responder-form",
                        "an empty name",
                        good().but(draft -> draft.responderId = tlv(0xa1, sequence()))),
                new Further(
                        "ocsp-responder-form",
                        "another tag",
                        good().but(draft -> draft.responderId = tlv(0xa3, octets(new byte[20])))),
                new Further(
                        "ocsp-cert-id-form",
                        "another hash",
                        good().answering(answer(
                                sequence(hex("300406022a03"), octets(new byte[20]), octets(new byte[20]), integer(5)),
                                GOOD))),
                new Further(
                        "ocsp-cert-id-form",
                        "a short key hash",
                        good().answering(answer(
                                sequence(SHA1, octets(new byte[20]), octets(new byte[19]), integer(5)), GOOD))),
                new Further(
                        "ocsp-cert-id-form",
                        "a short name hash",
                        good().answering(answer(
                                sequence(SHA1, octets(new byte[19]), octets(new byte[20]), integer(5)), GOOD))),
                new Further("ocsp-cert-id-form", "serial 0", good().answering(answer(certId(SHA1, 0), GOOD))),
                new Further("ocsp-cert-id-form", "serial -1", good().answering(answer(certId(SHA1, -1), GOOD))),
                new Further(
                        "ocsp-time-form",
                        "UTCTime",
                        good().but(draft -> draft.producedAt = Tlv.text(0x17, "260601000000Z"))),
                new Further("ocsp-time-form", "thisUpdate", at("2026060100Z", "20260602000000Z")),
                new Further("ocsp-time-form", "nextUpdate", at("20260601000000Z", "202606020000Z")),
                new Further("ocsp-time-form", "revocationTime", saying(revoked("20260501000000+0100"))),
                new Further("ocsp-next-update-later", "before", at("20260601000000Z", "20260531000000Z")),
                new Further("ocsp-reason-known", "removeFromCRL", saying(revoked(before, 8))),
                new Further("ocsp-reason-known", "eleven", saying(revoked(before, 11))),
                new Further(
                        "ocsp-never-issued",
                        "another reason",
                        saying(revoked(NEVER, 1))
                                .but(draft -> draft.extensions =
                                        extensions(Draft.extension(EXTENDED_REVOKE, false, hex("0500"))))),
                new Further("ocsp-nonce-form", "129 octets", extended(nonce(129))),
                new Further(
                        "ocsp-extensions-not-empty",
                        "of one answer",
                        good().answering(answer(
                                certId(SHA1), GOOD, "20260601000000Z", Optional.of("20260602000000Z"), extensions()))),
                new Further(
                        "ocsp-critical-extension-known",
                        "of one answer",
                        good().answering(answer(
                                certId(SHA1),
                                GOOD,
                                "20260601000000Z",
                                Optional.of("20260602000000Z"),
                                extensions(Draft.extension("1.2.3", true, hex("0500")))))),
                new Further(
                        "ocsp-signature-parameters",
                        "RSA without NULL",
                        bySelf().but(draft -> draft.algorithm = hex("300b06092a864886f70d01010b"))),
                new Further(
                        "ocsp-responder-valid",
                        "too early",
                        good().but(draft -> draft.producedAt = time("20250601000000Z"))),
                new Further(
                        "ocsp-responder-known",
                        "a name that nobody has",
                        good().but(draft -> draft.responderId = tlv(0xa1, Scenes.ecServer().certificate.subject))),
                new Further(
                        "ocsp-responder-of-issuer",
                        "of another CA",
                        good().but(draft -> draft.issuer = Scenes.rootCertificate()
                                .subject("CN=Another Root")
                                .certificate())));
    }
}
