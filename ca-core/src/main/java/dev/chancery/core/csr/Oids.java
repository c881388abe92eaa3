package dev.chancery.core.csr;

import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers as people know them, for messages about what is not supported. */
final class Oids {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.10040.4.1", "DSA"),
            Map.entry("1.2.840.10046.2.1", "Diffie-Hellman"),
            Map.entry("1.3.101.110", "X25519"),
            Map.entry("1.3.101.111", "X448"),
            Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
            Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
            Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
            Map.entry("1.3.132.0.10", "secp256k1"),
            Map.entry("1.3.132.0.33", "P-224"),
            Map.entry("1.2.840.10045.3.1.1", "P-192"),
            Map.entry("1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1"),
            Map.entry("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1"),
            Map.entry("1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1"),
            Map.entry("1.2.156.10197.1.301", "SM2"));

    private Oids() {}

    /** Dotted.
     *
     * @throws MalformedDerException when the element is no object identifier
     */
    static String dotted(DerCursor identifier) {
        try {
            return ASN1ObjectIdentifier.fromContents(identifier.content()).getId();
        } catch (IllegalArgumentException e) {
            throw new MalformedDerException("an object identifier that is none", identifier.offset());
        }
    }

    /** Dotted, after the name where there is one. */
    static String name(DerCursor identifier) {
        String dotted = dotted(identifier);
        return NAMES.containsKey(dotted) ? NAMES.get(dotted) + " (" + dotted + ")" : dotted;
    }
}
