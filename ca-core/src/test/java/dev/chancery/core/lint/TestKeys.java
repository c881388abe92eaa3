package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.tlv;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Public keys, made once. */
final class TestKeys {
    static final KeyPair CA = generate("RSA", 2048);
    static final KeyPair RSA = generate("RSA", 2048);
    static final KeyPair EC = generateEc();

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

    private static KeyPair generate(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generateEc() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
