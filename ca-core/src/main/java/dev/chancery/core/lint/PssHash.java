package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Map;

/** The hash of an RSASSA-PSS signature (RFC 4055 §3.1). */
final class PssHash {
    private static final int HASH = 0xa0;
    private static final Map<String, String> NAMES = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA256",
            "2.16.840.1.101.3.4.2.2", "SHA384",
            "2.16.840.1.101.3.4.2.3", "SHA512");

    private PssHash() {}

    /** {@code SHA256}; what the parameters do not say is SHA-1. */
    static String of(AlgorithmIdentifier algorithm) {
        if (algorithm.parameters().isPresent()) {
            for (DerCursor part : Asn1.sequence(algorithm.parameters().get(), "RSASSA-PSS-params")) {
                if (part.tag() == HASH) {
                    String oid = AlgorithmIdentifier.read(part.wrapped()).oid();
                    return NAMES.getOrDefault(oid, oid);
                }
            }
        }
        return "SHA1";
    }
}
