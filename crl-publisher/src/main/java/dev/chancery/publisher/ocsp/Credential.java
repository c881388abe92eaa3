package dev.chancery.publisher.ocsp;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.EncodedCertificate;
import java.time.Instant;

/**
 * What a responder signs with in place of a CA.
 *
 * @param certificate goes into each answer
 * @param keyHash responderID by key: SHA-1 of the public key's bits (RFC 6960 §4.2.1)
 * @param notAfter no answer is good for longer
 */
record Credential(SigningKey key, Der certificate, Der keyHash, Instant notAfter) {

    static Credential of(SigningKey key, EncodedCertificate certificate) {
        if (!certificate.subjectPublicKeyInfo().equals(key.publicKeyInfo())) {
            throw new IllegalArgumentException("the key of the OCSP responder does not belong to its certificate");
        }
        return new Credential(
                key,
                certificate.der(),
                Der.ofOwned(keyBits(key.publicKeyInfo())).sha1(),
                certificate.validity().notAfter());
    }

    /** The value of the BIT STRING subjectPublicKey, without tag, length and number of unused bits. */
    static byte[] keyBits(Der publicKeyInfo) {
        byte[] content = DerCursor.of(publicKeyInfo).children().get(1).content();
        return java.util.Arrays.copyOfRange(content, 1, content.length);
    }
}
