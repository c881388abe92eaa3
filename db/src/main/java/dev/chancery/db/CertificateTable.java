package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Issued certificates, their search names and idempotency keys. This is the hot path: rows are collected and written as
 * JDBC batches by {@link #flush}; until then the preconditions look at the collected rows as well.
 */
final class CertificateTable {
    private static final String INSERT =
            "INSERT INTO certificate (sequence, issuer, serial, der, names, profile, requester,"
                    + " not_after, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_NAME = "INSERT INTO certificate_name (label, sequence) VALUES (?, ?)";
    private static final String INSERT_KEY =
            "INSERT INTO certificate_key (requester, idempotency_key, sequence) VALUES (?, ?, ?)";
    private static final String BY_KEY = "SELECT 1 FROM certificate_key WHERE requester = ? AND idempotency_key = ?";

    private final WriterSql sql;
    private final RequestTable requests;
    private final TallyTable tally;
    private final LabelTally domains;
    private SerialIndex serials;
    private final List<Object[]> certificates = new ArrayList<>();
    private final List<Object[]> names = new ArrayList<>();
    private final List<Object[]> keys = new ArrayList<>();
    private final Set<Collected> collected = new HashSet<>();

    /** A serial of an issuer, or an idempotency key of a requester. */
    private record Collected(Kind kind, String owner, String value) {}

    CertificateTable(WriterSql sql, RequestTable requests, TallyTable tally) {
        this.sql = sql;
        this.requests = requests;
        this.tally = tally;
        this.domains = new LabelTally(sql);
        this.serials = SerialIndex.stored(sql);
    }

    /** Asks another index from now on. */
    void use(SerialIndex other) {
        serials = other;
    }

    SerialIndex serials() {
        return serials;
    }

    Optional<Conflict> issue(IssuedCertificate certificate, Place place) throws SQLException {
        CertificateIssued event = certificate.event();
        Collected serial = new Collected(Kind.DUPLICATE_SERIAL, event.issuer(), certificate.serial());
        if (collected.contains(serial)
                || serials.sequence(serial.owner(), serial.value()).isPresent()) {
            return Optional.of(new Conflict(
                    Kind.DUPLICATE_SERIAL, event.issuer() + " has issued serial " + serial.value() + " before"));
        }
        Optional<Collected> key =
                event.idempotencyKey().map(text -> new Collected(Kind.IDEMPOTENCY_KEY_USED, event.requester(), text));
        if (key.isPresent() && used(key.get())) {
            return Optional.of(new Conflict(
                    Kind.IDEMPOTENCY_KEY_USED,
                    event.requester() + " used the key \"" + key.get().value() + "\" before"));
        }
        if (event.request().isPresent()) {
            Optional<Conflict> conflict = requests.fulfil(event.request().get(), certificate.serial());
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        collected.add(serial);
        key.ifPresent(collected::add);
        add(certificate, place);
        return Optional.empty();
    }

    /** One that is known to be in conflict with nothing. */
    void add(IssuedCertificate certificate, Place place) throws SQLException {
        serials.add(certificate.event().issuer(), certificate.serial(), place.sequence());
        collect(certificate, place);
    }

    /** How many wait to be written. */
    int collected() {
        return certificates.size();
    }

    private boolean used(Collected key) throws SQLException {
        return collected.contains(key) || sql.exists(BY_KEY, key.owner(), key.value());
    }

    private void collect(IssuedCertificate certificate, Place place) throws SQLException {
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
            Micros.of(place.time())
        });
        for (String label : certificate.names().labels()) {
            names.add(new Object[] {label, place.sequence()});
        }
        for (String domain : certificate.names().domains()) {
            if (domains.takes(domain)) {
                names.add(new Object[] {domain, place.sequence()});
            }
        }
        event.idempotencyKey().ifPresent(key -> keys.add(new Object[] {event.requester(), key, place.sequence()}));
        tally.add(event.requester(), TallyTable.State.LIVE, certificate.notAfter(), 1);
    }

    void flush() throws SQLException {
        sql.batch(INSERT, certificates);
        sql.batch(INSERT_NAME, names);
        sql.batch(INSERT_KEY, keys);
        domains.flush();
        clear();
    }

    /** Drops what was collected, after a rollback. */
    void forget() {
        domains.forget();
        clear();
    }

    private void clear() {
        certificates.clear();
        names.clear();
        keys.clear();
        collected.clear();
    }
}
