package dev.chancery.core.crl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the numbers of every CRL ever signed. */
public interface CrlArchive {
    /** The largest number recorded for the scope, {@link CrlNumber#ZERO} when there is none. */
    CrlNumber highest(String issuer, String scope);

    /** The one that was signed last in that scope. */
    Optional<Entry> last(String issuer, String scope);

    /** Newest first. */
    List<Entry> list(String issuer, int limit);

    /** Empty when none of that number was signed. */
    Optional<Entry> find(String issuer, String scope, CrlNumber number);

    /** @param record sequence of the journal's record about it */
    record Entry(
            long record,
            String issuer,
            String scope,
            CrlNumber number,
            Instant thisUpdate,
            Instant nextUpdate,
            int entries) {}
}
