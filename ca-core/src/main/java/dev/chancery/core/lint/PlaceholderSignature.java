package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Makes a whole certificate of octets that are still to be signed, so that parsers take them. The signature has the
 * length of a real one and is no signature of anything.
 */
final class PlaceholderSignature {
    private static final byte FILLER = 0x5a;

    /** For an algorithm that {@link SignatureKnown} will refuse, but that must be parsed for that. */
    private static final int UNKNOWN_LENGTH = 64;

    private PlaceholderSignature() {}

    /** @throws IllegalArgumentException when one of the three is not exactly one DER element */
    static Der wrap(Der tbsCertificate, Der signatureAlgorithm, Der signerPublicKeyInfo) {
        DerCursor.of(tbsCertificate);
        AlgorithmIdentifier algorithm = AlgorithmIdentifier.read(DerCursor.of(signatureAlgorithm));
        PublicKeyInfo signer = PublicKeyInfo.read(DerCursor.of(signerPublicKeyInfo));
        byte[] signature = new byte[1 + length(algorithm, signer)];
        Arrays.fill(signature, 1, signature.length, FILLER);
        ByteArrayOutputStream body = new ByteArrayOutputStream(tbsCertificate.length() + signature.length + 32);
        body.writeBytes(tbsCertificate.unsafeOctets());
        body.writeBytes(signatureAlgorithm.unsafeOctets());
        element(body, Asn1.BIT_STRING, signature);
        ByteArrayOutputStream certificate = new ByteArrayOutputStream(body.size() + 6);
        element(certificate, Asn1.SEQUENCE, body.toByteArray());
        return Der.ofOwned(certificate.toByteArray());
    }

    private static int length(AlgorithmIdentifier algorithm, PublicKeyInfo signer) {
        return SignatureScheme.of(algorithm.oid())
                .map(scheme -> scheme.signatureLength(signer))
                .orElse(UNKNOWN_LENGTH);
    }

    private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        int length = content.length;
        if (length >= 0x80) {
            int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | octets);
            for (int shift = (octets - 1) * 8; shift > 0; shift -= 8) {
                out.write(length >>> shift);
            }
        }
        out.write(length);
        out.writeBytes(content);
    }
}
