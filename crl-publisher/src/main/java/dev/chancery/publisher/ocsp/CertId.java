package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.util.Optional;

/**
 * Which certificate is meant (RFC 6960 §4.1.1).
 *
 * @param encoded as asked, and so it is answered
 * @param issuer {@link CertIdHash#joined}; empty octets, which are nobody's, for a hash that is not known here
 * @param serial empty for one that no certificate can have
 */
record CertId(Der encoded, Der issuer, Optional<SerialNumber> serial) {}
