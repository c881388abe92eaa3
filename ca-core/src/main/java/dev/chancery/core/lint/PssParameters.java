package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Map;

/**
 * {@code RSASSA-PSS-params ::= SEQUENCE { hashAlgorithm [0], maskGenAlgorithm [1], saltLength [2], trailerField [3] }}
 * (RFC 4055 §3.1).
 */
final class PssParameters {
    private static final String MGF1 = "1.2.840.113549.1.1.8";
    private static final int HASH = 0xa0;
    private static final int MASK = 0xa1;
    private static final int SALT = 0xa2;

    /** SHA-2, with the octets of its digests. */
    private static final Map<String, Integer> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", 32,
            "2.16.840.1.101.3.4.2.2", 48,
            "2.16.840.1.101.3.4.2.3", 64);

    private PssParameters() {}

    /** Whether hash and mask are the same of SHA-2, and the salt is as long as its digests. */
    static boolean usual(AlgorithmIdentifier algorithm) {
        if (algorithm.parameters().isEmpty()) {
            return false;
        }
        String hash = "";
        String mask = "";
        int salt = 0;
        for (DerCursor part : Asn1.sequence(algorithm.parameters().get(), "RSASSA-PSS-params")) {
            switch (part.tag()) {
                case HASH -> hash = AlgorithmIdentifier.read(part.wrapped()).oid();
                case MASK -> mask = maskHash(AlgorithmIdentifier.read(part.wrapped()));
                case SALT -> salt = Asn1.integer(part.wrapped(), "saltLength").intValue();
                default -> {
                    return false;
                }
            }
        }
        return hash.equals(mask) && DIGESTS.getOrDefault(hash, -1) == salt;
    }

    private static String maskHash(AlgorithmIdentifier mask) {
        return mask.oid().equals(MGF1) && mask.parameters().isPresent()
                ? AlgorithmIdentifier.read(mask.parameters().get()).oid()
                : "another";
    }
}
