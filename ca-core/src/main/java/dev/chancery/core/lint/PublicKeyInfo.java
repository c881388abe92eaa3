package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
final class PublicKeyInfo {
    private final Der der;
    private final AlgorithmIdentifier algorithm;
    private final DerCursor bitString;
    private final Lazy<RsaKey> rsa;

    /** {@code RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }} (RFC 8017 appendix A.1.1). */
    record RsaKey(DerCursor element, BigInteger modulus, BigInteger exponent) {
        int bits() {
            return modulus.bitLength();
        }
    }

    private PublicKeyInfo(Der der, AlgorithmIdentifier algorithm, DerCursor bitString) {
        this.der = der;
        this.algorithm = algorithm;
        this.bitString = bitString;
        this.rsa = new Lazy<>(() -> readRsa(DerCursor.of(keyOctets())));
    }

    static PublicKeyInfo read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "SubjectPublicKeyInfo");
        if (parts.size() != 2) {
            throw new UnreadableException("SubjectPublicKeyInfo has " + parts.size() + " parts");
        }
        return new PublicKeyInfo(
                element.encoded(),
                AlgorithmIdentifier.read(parts.get(0)),
                Asn1.expect(parts.get(1), Asn1.BIT_STRING, "subjectPublicKey"));
    }

    private static RsaKey readRsa(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "RSAPublicKey");
        if (parts.size() != 2) {
            throw new UnreadableException("an RSAPublicKey has " + parts.size() + " parts");
        }
        return new RsaKey(element, Asn1.integer(parts.get(0), "modulus"), Asn1.integer(parts.get(1), "publicExponent"));
    }

    Der der() {
        return der;
    }

    AlgorithmIdentifier algorithm() {
        return algorithm;
    }

    KeyFamily family() {
        return KeyFamily.of(algorithm.oid());
    }

    DerCursor bitString() {
        return bitString;
    }

    /** The BIT STRING without its count of unused bits. */
    byte[] keyOctets() {
        return Asn1.bits(bitString, "subjectPublicKey");
    }

    RsaKey rsa() {
        return rsa.get();
    }

    /** The named curve; empty when the parameters say it in another way or not at all. */
    Optional<NamedCurve> curve() {
        return curveIdentifier().flatMap(NamedCurve::of);
    }

    Optional<String> curveIdentifier() {
        return algorithm
                .parameters()
                .filter(parameters -> parameters.tag() == Asn1.OBJECT_IDENTIFIER)
                .map(parameters -> Asn1.objectIdentifier(parameters, "namedCurve"));
    }

    /** {@code SEQUENCE { r INTEGER, s INTEGER }} with both as long as the field. */
    int ecdsaSignatureLength() {
        int field = curve().map(NamedCurve::fieldOctets).orElse(32);
        int body = 2 * (field + 2);
        return body + (body < 128 ? 2 : 3);
    }
}
