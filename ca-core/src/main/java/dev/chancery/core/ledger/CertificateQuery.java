package dev.chancery.core.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What to list, and in which order.
 *
 * @param search beginning of any label of any name, of the serial, or of the requester, in any case; empty for all.
 *     Names are the alternative names and the common name; a label begins a name or follows one of {@code . @ : -} or a
 *     space, and what is searched may run over several labels ({@code example.com} finds {@code www.example.com})
 * @param requester only this requester's
 * @param exceptRequester all but this requester's
 * @param expiresFrom only those that end then or later
 * @param expiresBefore only those that end earlier
 * @param cursor from an earlier page's {@code next}, of the same order
 * @param limit 1 to 1000
 */
public record CertificateQuery(
        Optional<String> search,
        Optional<CertificateRecord.Status> status,
        Optional<String> profile,
        Optional<String> issuer,
        Optional<String> requester,
        Optional<String> exceptRequester,
        Optional<Instant> expiresFrom,
        Optional<Instant> expiresBefore,
        Order order,
        Instant now,
        int limit,
        Optional<String> cursor) {
    /** Each goes on where a page ends, however many there are. */
    public enum Order {
        /** The last that was issued first. */
        NEWEST,
        /** The first to end first: what has to be replaced next. */
        ENDING,
        /** The last to end first: what has expired a moment ago. */
        ENDED
    }

    public CertificateQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is 1 to 1000, not " + limit);
        }
    }

    /** Newest first, of any requester or of one. */
    public CertificateQuery(
            Optional<String> search,
            Optional<CertificateRecord.Status> status,
            Optional<String> profile,
            Optional<String> issuer,
            Optional<String> requester,
            Optional<Instant> expiresBefore,
            Instant now,
            int limit,
            Optional<String> cursor) {
        this(
                search,
                status,
                profile,
                issuer,
                requester,
                Optional.empty(),
                Optional.empty(),
                expiresBefore,
                Order.NEWEST,
                now,
                limit,
                cursor);
    }

    public static CertificateQuery all(Instant now, int limit) {
        return new CertificateQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                limit,
                Optional.empty());
    }

    /** The same but for one requester. */
    public CertificateQuery except(Optional<String> other) {
        return new CertificateQuery(
                search,
                status,
                profile,
                issuer,
                requester,
                other,
                expiresFrom,
                expiresBefore,
                order,
                now,
                limit,
                cursor);
    }

    /** The same of those that end within a span. */
    public CertificateQuery ending(Optional<Instant> from, Optional<Instant> before) {
        return new CertificateQuery(
                search, status, profile, issuer, requester, exceptRequester, from, before, order, now, limit, cursor);
    }

    public CertificateQuery ordered(Order by) {
        return new CertificateQuery(
                search,
                status,
                profile,
                issuer,
                requester,
                exceptRequester,
                expiresFrom,
                expiresBefore,
                by,
                now,
                limit,
                cursor);
    }

    /** Another page of the same. */
    public CertificateQuery page(Optional<String> from, int size) {
        return new CertificateQuery(
                search,
                status,
                profile,
                issuer,
                requester,
                exceptRequester,
                expiresFrom,
                expiresBefore,
                order,
                now,
                size,
                from);
    }
}
