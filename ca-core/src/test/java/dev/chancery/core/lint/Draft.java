package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.tlv;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500Name;

/** A certificate in pieces of DER, each of which a sample may exchange for a bad one. */
final class Draft {
    static final String SHA256_RSA = "300d06092a864886f70d01010b0500";
    static final String SHA256_ECDSA = "300a06082a8648ce3d040302";

    byte[] version = hex("a003020102");
    byte[] serial = tlv(0x02, new BigInteger("5a0102030405060708090a0b0c0d0e0f", 16).toByteArray());
    byte[] inner = hex(SHA256_RSA);
    byte[] outer = hex(SHA256_RSA);
    byte[] issuer = hex("3000");
    byte[] notBefore = Tlv.text(0x17, "260101000000Z");
    byte[] notAfter = Tlv.text(0x17, "270101000000Z");
    byte[] subject = hex("3000");
    byte[] key = new byte[0];
    byte[] afterKey = new byte[0];
    byte[] atEnd = new byte[0];
    private boolean signed;
    final Map<String, byte[]> extensions = new LinkedHashMap<>();

    Draft signedWith(String algorithmHex) {
        inner = hex(algorithmHex);
        outer = inner;
        return this;
    }

    Draft subject(String rfc4514) {
        subject = Tlv.der(new X500Name(rfc4514));
        return this;
    }

    /** A subject of one RDN with one attribute of any type and string. */
    Draft subjectAttribute(String oid, byte[] value) {
        subject = sequence(Tlv.set(sequence(oid(oid), value)));
        return this;
    }

    Draft valid(String from, String until) {
        notBefore = Tlv.text(0x17, from);
        notAfter = Tlv.text(0x17, until);
        return this;
    }

    Draft with(String oid, boolean critical, byte[] value) {
        extensions.put(oid, extension(oid, critical, value));
        return this;
    }

    Draft with(String oid, boolean critical, ASN1Encodable value) {
        return with(oid, critical, Tlv.der(value));
    }

    Draft without(String oid) {
        extensions.remove(oid);
        return this;
    }

    static byte[] extension(String oid, boolean critical, byte[] value) {
        return sequence(oid(oid), critical ? hex("0101ff") : new byte[0], octets(value));
    }

    Der tbs() {
        byte[] list = Tlv.concat(extensions.values().toArray(new byte[0][]));
        return Der.ofOwned(sequence(
                version,
                serial,
                inner,
                issuer,
                sequence(notBefore, notAfter),
                subject,
                key,
                afterKey,
                list.length == 0 ? list : tlv(0xa3, sequence(list)),
                atEnd));
    }

    /** Finished, with a signature that nobody made, unless it is to be a real one. */
    Der certificate() {
        return Der.ofOwned(
                sequence(tbs().octets(), outer, bits(signed ? TestKeys.sign(tbs().octets()) : new byte[256])));
    }

    /** By the key of the root. */
    Draft signed() {
        signed = true;
        return this;
    }
}
