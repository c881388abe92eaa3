package dev.chancery.core.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What to list, newest first.
 *
 * @param search beginning of any label of any name, of the serial, or of the requester, in any case; empty for all.
 *     Names are the alternative names and the common name; a label begins a name or follows one of {@code . @ : -} or a
 *     space, and what is searched may run over several labels ({@code example.com} finds {@code www.example.com})
 * @param requester only this requester's
 * @param exceptRequester all but this requester's
 * @param cursor from an earlier page's {@code next}
 * @param limit 1 to 1000
 */
public record CertificateQuery(
        Optional<String> search,
        Optional<CertificateRecord.Status> status,
        Optional<String> profile,
        Optional<String> issuer,
        Optional<String> requester,
        Optional<String> exceptRequester,
        Optional<Instant> expiresBefore,
        Instant now,
        int limit,
        Optional<String> cursor) {
    public CertificateQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is 1 to 1000, not " + limit);
        }
    }

    /** Of any requester, or of one. */
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
        this(search, status, profile, issuer, requester, Optional.empty(), expiresBefore, now, limit, cursor);
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
}
