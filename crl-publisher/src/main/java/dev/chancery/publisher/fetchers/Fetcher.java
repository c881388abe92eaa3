package dev.chancery.publisher.fetchers;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one client has fetched about one CA.
 *
 * @param partition whose CRLs it fetches; empty for the full ones
 * @param crl the CRL it fetched last; empty when it only asked OCSP
 * @param crlAt when it did
 * @param crls how often it fetched a CRL, or was told that it has the one in force
 * @param ocspAt when it last asked OCSP; empty when it never did
 */
public record Fetcher(
        InetAddress client,
        OptionalInt partition,
        Optional<FetchedCrl> crl,
        Optional<Instant> crlAt,
        long crls,
        Optional<Instant> ocspAt,
        long ocsps) {
    /** When it was last here. */
    public Instant last() {
        Instant crl = crlAt.orElse(Instant.EPOCH);
        Instant ocsp = ocspAt.orElse(Instant.EPOCH);
        return crl.isAfter(ocsp) ? crl : ocsp;
    }
}
