package dev.chancery.web.crl;

import dev.chancery.core.crl.CrlNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address from which a CA's status information is fetched: a relying party, or whatever stands between.
 *
 * @param partition whose list it fetches; empty for the full one
 * @param list what it fetched last; empty when it only asks OCSP
 * @param lists how often it did
 * @param ocspAt when it last asked OCSP; empty when it never did
 */
public record CrlFetcher(
        String client, OptionalInt partition, Optional<List> list, long lists, Optional<Instant> ocspAt, long ocsps) {
    /** One that fetches the full list. */
    public CrlFetcher(String client, Optional<List> list, long lists, Optional<Instant> ocspAt, long ocsps) {
        this(client, OptionalInt.empty(), list, lists, ocspAt, ocsps);
    }

    /**
     * A CRL as this client has it.
     *
     * @param trustedUntil its nextUpdate: until then the client may go by it
     */
    public record List(CrlNumber number, Instant fetchedAt, Instant trustedUntil) {}
}
