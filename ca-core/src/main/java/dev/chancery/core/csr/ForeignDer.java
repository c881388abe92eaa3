package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;

/** DER that people send instead of a request, told by the shape of its outermost elements. */
final class ForeignDer {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int EXPLICIT_0 = 0xa0;

    private ForeignDer() {}

    /** Empty for a request, and for what nobody would know by its shape. */
    static Optional<Objection> recognise(DerCursor top) {
        List<DerCursor> parts = top.constructed() ? top.children() : List.of();
        if (top.tag() != SEQUENCE || parts.isEmpty()) {
            return Optional.of(ForeignText.not("something else", "Send a PKCS#10 request in PEM or DER."));
        }
        if (isPrivateKey(parts)) {
            return Optional.of(ForeignText.privateKeyPasted());
        }
        int first = parts.get(0).tag();
        if (first == INTEGER && tag(parts, 1) == SEQUENCE) {
            return Optional.of(pkcs12());
        }
        if (first == OBJECT_IDENTIFIER) {
            return Optional.of(ForeignText.not("a PKCS#7 file", "It holds certificates; send the request instead."));
        }
        if (first == SEQUENCE && parts.size() == 2 && tag(parts, 1) == BIT_STRING) {
            return Optional.of(ForeignText.publicKey());
        }
        return first == SEQUENCE && parts.size() == 3 ? signed(parts.get(0).children()) : Optional.empty();
    }

    /** BER with indefinite lengths, which the strict reader refuses, is what some programs write as PKCS#12. */
    static Optional<Objection> recogniseBroken(Der der) {
        byte[] octets = der.unsafeOctets();
        boolean indefinite = octets.length > 5 && octets[0] == 0x30 && (octets[1] & 0xff) == 0x80;
        return indefinite && octets[2] == INTEGER && octets[3] == 1 && octets[4] == 3
                ? Optional.of(pkcs12())
                : Optional.empty();
    }

    /** PKCS#8 (RFC 5958 §2, §3), PKCS#1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915 §3). */
    private static boolean isPrivateKey(List<DerCursor> parts) {
        int first = parts.get(0).tag();
        boolean plain = first == INTEGER && tag(parts, 1) == SEQUENCE && tag(parts, 2) == OCTET_STRING;
        boolean encrypted = first == SEQUENCE && tag(parts, 1) == OCTET_STRING && parts.size() == 2;
        boolean ellipticCurve = first == INTEGER && tag(parts, 1) == OCTET_STRING;
        return plain || encrypted || ellipticCurve || sixIntegers(parts);
    }

    private static boolean sixIntegers(List<DerCursor> parts) {
        for (int i = 0; i < 6; i++) {
            if (tag(parts, i) != INTEGER) {
                return false;
            }
        }
        return true;
    }

    /** The to-be-signed part of a certificate, a revocation list, or a request. */
    private static Optional<Objection> signed(List<DerCursor> body) {
        boolean version3 = tag(body, 0) == EXPLICIT_0;
        boolean version1 = tag(body, 0) == INTEGER && body.size() == 6 && tag(body, 5) == SEQUENCE;
        if (version3 || version1) {
            return Optional.of(ForeignText.certificate());
        }
        for (DerCursor part : body) {
            if (part.tag() == 0x17 || part.tag() == 0x18) {
                return Optional.of(ForeignText.not("a certificate revocation list", "Send the request instead."));
            }
        }
        return Optional.empty();
    }

    private static Objection pkcs12() {
        return ForeignText.not(
                "a PKCS#12 (PFX) file",
                "Such a file holds a private key as a rule: if this one does, and its passphrase is not a strong one,"
                        + " treat the key as compromised. Make a new key and send only its request.");
    }

    private static int tag(List<DerCursor> parts, int index) {
        return index < parts.size() ? parts.get(index).tag() : -1;
    }
}
