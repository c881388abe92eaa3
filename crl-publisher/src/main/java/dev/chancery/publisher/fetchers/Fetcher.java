package dev.chancery.publisher.fetchers;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one client has fetched about one CA.
 *
 * @param partition whose CRLs it fetches; empty for the full ones
 * @param crl the full CRL that it knows, which it fetched, or has from an older one and a delta CRL; empty when it only asked
 *     OCSP, or fetched nothing but deltas
 * @param crlAt when it fetched a CRL last
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
