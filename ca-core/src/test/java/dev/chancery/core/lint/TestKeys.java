package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.tlv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** Keys that lie in files, since making an RSA key costs more than all that is tested with it. */
final class TestKeys {
    static final KeyPair CA = read("RSA", "ca.pem");
    static final KeyPair RSA = read("RSA", "rsa.pem");
    static final KeyPair EC = read("EC", "ec.pem");

    private TestKeys() {}

    /** By the key of the root, with SHA-256. */
    static byte[] sign(byte[] octets) {
        return sign(octets, CA, "SHA256withRSA");
    }

    static byte[] sign(byte[] octets, KeyPair pair, String algorithm) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(pair.getPrivate());
            signer.update(octets);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] info(KeyPair pair) {
        return pair.getPublic().getEncoded();
    }

    static byte[] ed25519() {
        return sequence(
                sequence(oid("1.3.101.112")),
                bits(hex("d75a980182b10ab7d54bfed3c964073a" + "0ee172f3daa62325af021a68f707511a")));
    }

    static byte[] mlDsa65() {
        return sequence(sequence(oid("2.16.840.1.101.3.4.3.18")), bits(new byte[1952]));
    }

    /** No real key: a modulus of the size asked for. */
    static byte[] rsa(int bits, long exponent) {
        return rsa(bits, exponent, hex("0500"));
    }

    static byte[] rsa(int bits, long exponent, byte[] parameters) {
        return rsa(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), exponent, parameters);
    }

    static byte[] rsa(BigInteger modulus) {
        return rsa(modulus, 65537, hex("0500"));
    }

    private static byte[] rsa(BigInteger modulus, long exponent, byte[] parameters) {
        byte[] key = sequence(tlv(0x02, modulus.toByteArray()), Tlv.integer(exponent));
        return sequence(sequence(oid("1.2.840.113549.1.1.1"), parameters), bits(key));
    }

    static byte[] ec(byte[] parameters, byte[] point) {
        return sequence(sequence(oid("1.2.840.10045.2.1"), parameters), bits(point));
    }

    private static KeyPair read(String algorithm, String file) {
        try (InputStream in = TestKeys.class.getResourceAsStream(file)) {
            String pem = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.US_ASCII);
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decoded(pem, "PUBLIC KEY"))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(pem, "PRIVATE KEY"))));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static byte[] decoded(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int start = pem.indexOf(begin) + begin.length();
        return Base64.getMimeDecoder().decode(pem.substring(start, pem.indexOf("-----END " + label + "-----")));
    }
}
