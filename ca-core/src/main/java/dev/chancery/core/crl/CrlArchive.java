package dev.chancery.core.crl;

import java.time.Instant;
import java.util.List;

/** Port: the numbers of every CRL ever signed. */
public interface CrlArchive {
    /** The largest number recorded for the scope, {@link CrlNumber#ZERO} when there is none. */
    CrlNumber highest(String issuer, String scope);

    /** Newest first. */
    List<Entry> list(String issuer, int limit);

    record Entry(String issuer, String scope, CrlNumber number, Instant thisUpdate, Instant nextUpdate, int entries) {}
}
