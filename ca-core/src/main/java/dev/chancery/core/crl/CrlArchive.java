package dev.chancery.core.crl;

import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: what is recorded about every CRL ever signed. */
public interface CrlArchive {
    /** The largest number recorded for the scope, {@link CrlNumber#ZERO} when there is none. */
    CrlNumber highest(String issuer, String scope);

    /** The one that was signed last in that scope. */
    Optional<Entry> last(String issuer, String scope);

    /** Newest first. */
    List<Entry> list(String issuer, int limit);

    /** Empty when none of that number was signed. */
    Optional<Entry> find(String issuer, String scope, CrlNumber number);

    /**
     * Those of one scope, highest number first.
     *
     * @param below only smaller numbers
     */
    List<Entry> page(String issuer, String scope, Optional<CrlNumber> below, int limit);

    /**
     * What is recorded about a CRL, whether its file is still there or not.
     *
     * @param record sequence of the journal's record about it
     * @param difference to the one published before it; empty when that was not recorded
     * @param fileRemoved when its file was deleted, if that was recorded
     */
    record Entry(
            long record,
            String issuer,
            String scope,
            CrlNumber number,
            Instant thisUpdate,
            Instant nextUpdate,
            int entries,
            Der sha256,
            Optional<CrlDifference> difference,
            Optional<Instant> fileRemoved) {}
}
