package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The hashes with which a CertID may name its issuer. */
enum CertIdHash {
    SHA_1("SHA-1", 20, "06052b0e03021a"),
    SHA_256("SHA-256", 32, "0609608648016503040201"),
    SHA_384("SHA-384", 48, "0609608648016503040202"),
    SHA_512("SHA-512", 64, "0609608648016503040203");

    private final String jcaName;
    private final int length;
    // Der is immutable; it cannot be annotated so, since it holds an array.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Der identifier;

    CertIdHash(String jcaName, int length, String identifierHex) {
        this.jcaName = jcaName;
        this.length = length;
        this.identifier = Der.fromHex(identifierHex);
    }

    /** By the OBJECT IDENTIFIER. */
    static Optional<CertIdHash> of(DerCursor identifier) {
        for (CertIdHash hash : values()) {
            if (identifier.is(hash.identifier)) {
                return Optional.of(hash);
            }
        }
        return Optional.empty();
    }

    byte[] digest(byte[] octets) {
        try {
            return MessageDigest.getInstance(jcaName).digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(jcaName + " is missing from this Java runtime", e);
        }
    }

    /** The hashes of an issuer's name and key, marked with the length that each should have, so that they compare as one. */
    Der joined(byte[] nameHash, byte[] keyHash) {
        byte[] joined = new byte[1 + nameHash.length + keyHash.length];
        joined[0] = (byte) (nameHash.length == length ? length : 0);
        System.arraycopy(nameHash, 0, joined, 1, nameHash.length);
        System.arraycopy(keyHash, 0, joined, 1 + nameHash.length, keyHash.length);
        return Der.ofOwned(joined);
    }
}
