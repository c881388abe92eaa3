package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.concat;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import dev.chancery.core.x509.Der;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An OCSP response in pieces of DER, each of which a sample may exchange for a bad one; signed for real at the end. */
final class OcspDraft {
    static final byte[] SHA1 = hex("300906052b0e03021a0500");
    static final byte[] SHA256 = hex("300b0609608648016503040201");
    static final byte[] GOOD = hex("8000");
    static final byte[] NONE = new byte[0];

    byte[] status = hex("0a0100");
    boolean bytesPresent = true;
    String type = JudgedOcsp.BASIC;
    byte[] version = NONE;
    byte[] responderId = byKey(TestKeys.info(TestKeys.EC));
    byte[] producedAt = time("20260601000000Z");
    final List<byte[]> answers = new ArrayList<>();
    byte[] extensions = NONE;
    byte[] algorithm = hex(Draft.SHA256_ECDSA);
    byte[] certificates = certs(responder());
    KeyPair signer = TestKeys.EC;
    String signatureName = "SHA256withECDSA";
    boolean spoilSignature;
    Der issuer = root();
    boolean issuerGiven = true;

    /** One good answer by a delegated responder, with nothing to object to. */
    static OcspDraft good() {
        OcspDraft draft = new OcspDraft();
        draft.answers.add(answer(certId(SHA1), GOOD));
        return draft;
    }

    OcspDraft but(Consumer<OcspDraft> change) {
        change.accept(this);
        return this;
    }

    /** With this in place of its answers. */
    OcspDraft answering(byte[]... other) {
        answers.clear();
        answers.addAll(Arrays.asList(other));
        return this;
    }

    static Der root() {
        return Scenes.rootCertificate().signed().certificate();
    }

    static byte[] responder() {
        return Scenes.ocspResponder().certificate.signed().certificate().octets();
    }

    static byte[] certs(byte[]... certificates) {
        return tlv(0xa0, sequence(certificates));
    }

    static byte[] time(String text) {
        return text(0x18, text);
    }

    static byte[] byKey(byte[] publicKeyInfo) {
        return tlv(0xa2, octets(keyHash(publicKeyInfo)));
    }

    private static byte[] keyOctets(byte[] publicKeyInfo) {
        return PublicKeyInfo.read(dev.chancery.core.x509.DerCursor.of(publicKeyInfo))
                .keyOctets();
    }

    private static byte[] keyHash(byte[] publicKeyInfo) {
        return Der.copyOf(keyOctets(publicKeyInfo)).sha1().octets();
    }

    /** Of the serial number 5 of the root. */
    static byte[] certId(byte[] hash) {
        return certId(hash, 5);
    }

    static byte[] certId(byte[] hash, long serial) {
        Draft root = Scenes.rootCertificate();
        byte[] key = TestKeys.info(TestKeys.CA);
        boolean sha1 = Arrays.equals(hash, SHA1);
        byte[] nameHash = sha1
                ? Der.copyOf(root.subject).sha1().octets()
                : Der.copyOf(root.subject).sha256().octets();
        byte[] keyHash =
                sha1 ? keyHash(key) : Der.copyOf(keyOctets(key)).sha256().octets();
        return sequence(hash, octets(nameHash), octets(keyHash), Tlv.integer(serial));
    }

    static byte[] answer(byte[] certId, byte[] status) {
        return answer(certId, status, "20260601000000Z", Optional.of("20260602000000Z"), NONE);
    }

    static byte[] answer(
            byte[] certId, byte[] status, String thisUpdate, Optional<String> nextUpdate, byte[] singleExtensions) {
        return sequence(
                certId,
                status,
                time(thisUpdate),
                nextUpdate.map(text -> tlv(0xa0, time(text))).orElse(NONE),
                singleExtensions);
    }

    static byte[] revoked(String when, int reason) {
        return tlv(0xa1, time(when), tlv(0xa0, tlv(0x0a, new byte[] {(byte) reason})));
    }

    static byte[] revoked(String when) {
        return tlv(0xa1, time(when));
    }

    static byte[] extensions(byte[]... each) {
        return tlv(0xa1, sequence(each));
    }

    static byte[] nonce(int length) {
        return Draft.extension("1.3.6.1.5.5.7.48.1.2", false, octets(new byte[length]));
    }

    List<Finding> findings() {
        return OcspJudge.judge(response(), issuerGiven ? Optional.of(issuer) : Optional.empty());
    }

    Der response() {
        if (!bytesPresent) {
            return Der.ofOwned(sequence(status));
        }
        byte[] data = sequence(
                version, responderId, producedAt, sequence(concat(answers.toArray(new byte[0][]))), extensions);
        byte[] signature = TestKeys.sign(spoilSignature ? hex("00") : data, signer, signatureName);
        byte[] basic = sequence(data, algorithm, bits(signature), certificates);
        return Der.ofOwned(sequence(status, tlv(0xa0, sequence(oid(type), octets(basic)))));
    }
}
