package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Optional;

/**
 * What is asked, from {@link OcspRequestReader}.
 *
 * @param certIds one or more
 * @param nonce the 1 to 128 octets themselves (RFC 9654)
 */
record OcspRequest(List<CertId> certIds, Optional<Der> nonce) {
    OcspRequest {
        certIds = List.copyOf(certIds);
    }

    /** Whether its answer serves everybody who asks the same. */
    boolean plain() {
        return certIds.size() == 1 && nonce.isEmpty();
    }
}
