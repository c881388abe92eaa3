package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A CRL in pieces of DER, each of which a sample may exchange for a bad one; signed for real at the end. */
final class CrlDraft {
    static final String AKI = "2.5.29.35";
    static final String NUMBER = "2.5.29.20";
    static final String REASON = "2.5.29.21";
    static final String DELTA = "2.5.29.27";
    static final String NEXT_PUBLISH = "1.3.6.1.4.1.311.21.4";
    static final String CA_VERSION = "1.3.6.1.4.1.311.21.1";

    byte[] version = integer(1);
    byte[] inner = hex(Draft.SHA256_RSA);
    byte[] outer = inner;
    byte[] issuer = Scenes.rootCertificate().subject;
    byte[] thisUpdate = text(0x17, "260301000000Z");
    byte[] nextUpdate = text(0x17, "260308000000Z");
    final List<byte[]> entries = new ArrayList<>();
    boolean listAlways;
    final Map<String, byte[]> extensions = new LinkedHashMap<>();
    boolean extensionsAlways;
    boolean spoilSignature;
    Draft ca = Scenes.rootCertificate();

    /** Full, with nothing revoked. */
    static CrlDraft empty() {
        return new CrlDraft()
                .with(
                        AKI,
                        false,
                        sequence(tlv(
                                0x80,
                                Der.copyOf(TestKeys.info(TestKeys.CA)).sha1().octets())))
                .with(NUMBER, false, integer(17))
                .with(CA_VERSION, false, integer(0))
                .with(NEXT_PUBLISH, false, text(0x17, "260302000000Z"));
    }

    /** Full, with three certificates revoked, not in the order of their serials. */
    static CrlDraft full() {
        return empty().entry(entry("5a01", Draft.extension(REASON, false, hex("0a0101"))))
                .entry(entry("4b02"))
                .entry(entry(
                        "5a03",
                        Draft.extension(REASON, false, hex("0a0106")),
                        Draft.extension("2.5.29.24", false, text(0x18, "20260115120000Z"))));
    }

    static CrlDraft delta() {
        return full().with(DELTA, true, integer(16))
                .entry(entry("5a04", Draft.extension(REASON, false, hex("0a0108"))));
    }

    static byte[] entry(String serialHex, byte[]... extensions) {
        return sequence(
                tlv(0x02, hex(serialHex)),
                text(0x17, "260201000000Z"),
                extensions.length == 0 ? new byte[0] : sequence(extensions));
    }

    CrlDraft entry(byte[] encoded) {
        entries.add(encoded);
        return this;
    }

    CrlDraft with(String oid, boolean critical, byte[] value) {
        extensions.put(oid, Draft.extension(oid, critical, value));
        return this;
    }

    CrlDraft but(Consumer<CrlDraft> change) {
        change.accept(this);
        return this;
    }

    List<Finding> findings() {
        return CrlJudge.judge(crl(), ca.certificate());
    }

    Der crl() {
        byte[] list = Tlv.concat(extensions.values().toArray(new byte[0][]));
        byte[] tbs = sequence(
                version,
                inner,
                issuer,
                thisUpdate,
                nextUpdate,
                entries.isEmpty() && !listAlways ? new byte[0] : sequence(entries.toArray(new byte[0][])),
                extensions.isEmpty() && !extensionsAlways ? new byte[0] : tlv(0xa0, sequence(list)));
        return Der.ofOwned(sequence(tbs, outer, bits(signature(tbs))));
    }

    private byte[] signature(byte[] tbs) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(TestKeys.CA.getPrivate());
            signer.update(spoilSignature ? octets(tbs) : tbs);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
