package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which certificate an answer is about (RFC 6960 §4.1.1).
 *
 * @param hash the algorithm, dotted
 */
record OcspCertId(Der encoded, String hash, Der issuerName, Der issuerKey, BigInteger serial) {
    private static final Map<String, String> HASHES = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** {@code CertID ::= SEQUENCE { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }}. */
    static OcspCertId read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "CertID");
        if (parts.size() != 4) {
            throw new UnreadableException("a CertID has " + parts.size() + " parts, at octet " + element.offset());
        }
        return new OcspCertId(
                element.encoded(),
                AlgorithmIdentifier.read(parts.get(0)).oid(),
                Der.ofOwned(Asn1.expect(parts.get(1), Asn1.OCTET_STRING, "issuerNameHash")
                        .content()),
                Der.ofOwned(Asn1.expect(parts.get(2), Asn1.OCTET_STRING, "issuerKeyHash")
                        .content()),
                Asn1.integer(parts.get(3), "serialNumber"));
    }

    /** How long a hash is in octets; empty for an algorithm that we do not know. */
    Optional<Integer> length() {
        return digest().map(MessageDigest::getDigestLength);
    }

    /** Whether it means certificates of that CA; false when we do not know the algorithm. */
    boolean means(JudgedCertificate issuer) {
        return issuerName.equals(hashed(issuer.subject().der().octets()))
                && issuerKey.equals(hashed(issuer.key().keyOctets()));
    }

    private Der hashed(byte[] octets) {
        return Der.ofOwned(digest().map(digest -> digest.digest(octets)).orElse(new byte[0]));
    }

    private Optional<MessageDigest> digest() {
        String name = HASHES.get(hash);
        try {
            return name == null ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + name, e);
        }
    }
}
