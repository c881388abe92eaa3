package dev.chancery.publisher.fetchers;

import dev.chancery.core.crl.CrlNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is remembered of a CRL that somebody has fetched.
 *
 * @param partition whose it is; empty for the full CRL
 * @param base of a delta CRL: the number of the full one that it changes (RFC 5280 §5.2.4); empty for a full one
 * @param nextUpdate until when whoever keeps it may go by it
 */
public record FetchedCrl(
        String issuer, OptionalInt partition, CrlNumber number, Optional<CrlNumber> base, Instant nextUpdate) {
    /** A full one. */
    public FetchedCrl(String issuer, CrlNumber number, Instant nextUpdate) {
        this(issuer, OptionalInt.empty(), number, Optional.empty(), nextUpdate);
    }

    /**
     * What somebody knows who had this one, or nothing, and has now fetched {@code next}. A delta brings whoever has its
     * base, or something newer, to its own number; full and delta CRLs share their numbers. It ends with the full one: who
     * gets no newer delta may go back to that. To others it says nothing.
     */
    static Optional<FetchedCrl> known(Optional<FetchedCrl> had, FetchedCrl next) {
        if (next.base.isEmpty()) {
            return Optional.of(next);
        }
        return had.map(now -> now.number.compareTo(next.base.get()) >= 0 && now.number.compareTo(next.number) < 0
                ? new FetchedCrl(now.issuer, now.partition, next.number, Optional.empty(), now.nextUpdate)
                : now);
    }
}
