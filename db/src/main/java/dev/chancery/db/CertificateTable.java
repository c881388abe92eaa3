package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.ledger.CertificateKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Issued certificates. This is the hot path: rows are collected and written as JDBC batches by {@link #flush}; until then
 * the {@link SearchIndex} knows them.
 */
final class CertificateTable {
    private static final String INSERT =
            "INSERT INTO certificate (sequence, issuer, serial, der, names, profile, requester,"
                    + " not_after, issued_at, idempotency_key, crl_partition, profile_version)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final WriterSql sql;
    private final RequestTable requests;
    private final CountTable counts;
    private final SearchIndex index;
    private final IssuedBefore before;
    private final List<Object[]> certificates = new ArrayList<>();

    CertificateTable(WriterSql sql, RequestTable requests, CountTable counts, SearchIndex index) {
        this.sql = sql;
        this.requests = requests;
        this.counts = counts;
        this.index = index;
        this.before = new IssuedBefore(sql, index, this::flush);
    }

    /** The record that issued a serial. */
    Optional<Long> sequence(String issuer, String serial) throws SQLException {
        return before.serial(issuer, serial);
    }

    Optional<Conflict> issue(IssuedCertificate certificate, Place place) throws SQLException {
        CertificateIssued event = certificate.event();
        if (before.serial(event.issuer(), certificate.serial()).isPresent()) {
            return Optional.of(new Conflict(
                    Kind.DUPLICATE_SERIAL, event.issuer() + " has issued serial " + certificate.serial() + " before"));
        }
        Optional<String> key = event.idempotencyKey();
        if (key.isPresent() && before.key(event.requester(), key.get()).isPresent()) {
            return Optional.of(new Conflict(
                    Kind.IDEMPOTENCY_KEY_USED, event.requester() + " used the key \"" + key.get() + "\" before"));
        }
        if (event.request().isPresent()) {
            Optional<Conflict> conflict = requests.fulfil(event.request().get(), certificate.serial());
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        add(certificate, place);
        return Optional.empty();
    }

    /** How many wait to be written. */
    int collected() {
        return certificates.size();
    }

    /** One that is known to be in conflict with nothing. */
    void add(IssuedCertificate certificate, Place place) throws SQLException {
        CertificateIssued event = certificate.event();
        certificates.add(new Object[] {
            place.sequence(),
            event.issuer(),
            certificate.serial(),
            event.certificate().unsafeOctets(),
            certificate.names().marked(),
            event.profile(),
            event.requester(),
            certificate.notAfter(),
            Micros.of(place.time()),
            event.idempotencyKey(),
            number(event.partition()),
            number(event.profileVersion())
        });
        index.add(sql, FoundBy.of(certificate, place.sequence()));
        CertificateKind kind = new CertificateKind(event.issuer(), event.profile(), event.requester());
        counts.add(kind, CountTable.State.LIVE, certificate.notAfter(), 1);
        counts.add(kind, CountTable.State.ISSUED, Micros.of(place.time()), 1);
    }

    static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    void flush() throws SQLException {
        sql.batch(INSERT, certificates);
        forget();
    }

    /** Drops what was collected, after a rollback. */
    void forget() {
        certificates.clear();
    }
}
