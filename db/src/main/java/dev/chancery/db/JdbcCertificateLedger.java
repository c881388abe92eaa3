package dev.chancery.db;

import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.ledger.SerialStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Certificates in tables. */
final class JdbcCertificateLedger implements CertificateLedger {
    private static final int REVOKED_CHUNK = 5_000;
    private static final int MOST_FATES = 100;
    private static final String BY_SERIAL = CertificateRows.SELECT + " WHERE c.sequence = ? AND c.serial = ?";
    private static final String BY_KEY =
            CertificateRows.SELECT + " WHERE c.sequence = ? AND c.requester = ? AND c.idempotency_key = ?";
    private static final String LATEST =
            CertificateRows.SELECT + " WHERE c.requester = ?" + " ORDER BY c.requester DESC, c.sequence DESC LIMIT ?";
    private static final String REVOKED =
            "SELECT serial_order, revoked_at, reason, invalidity_date, not_after, crl_partition"
                    + " FROM revocation WHERE issuer = ? AND serial_order > ? AND not_after >= ?"
                    + " ORDER BY issuer, serial_order LIMIT ?";
    private static final String REVOKED_IN_PARTITION =
            "SELECT serial_order, revoked_at, reason, invalidity_date, not_after, crl_partition"
                    + " FROM revocation WHERE issuer = ? AND crl_partition = ? AND serial_order > ? AND not_after >= ?"
                    + " ORDER BY issuer, crl_partition, serial_order LIMIT ?";
    private static final String FATE = "SELECT r.reason, r.revoked_at, r.invalidity_date"
            + " FROM certificate c LEFT JOIN revocation r ON r.sequence = c.sequence"
            + " WHERE c.sequence = ? AND c.serial = ? AND c.issuer = ?";
    private static final String ENDING =
            "SELECT serial_order FROM revocation" + " WHERE issuer = ? AND not_after >= ? AND not_after < ?";
    private static final String CHANGES =
            "SELECT sequence FROM certificate_change WHERE certificate = ? ORDER BY certificate, sequence";
    private static final String COMPROMISED = "SELECT 1 FROM compromised_key WHERE key_sha256 = ?";

    private final Jdbi jdbi;
    private final JournalWriter writer;
    private final SearchIndex index;
    private final CompromisedKeys compromised;
    private volatile Fates fates = new Fates(-1);
    private final CertificateSearch search;
    private final CertificateCounts counts;

    /** @param writer settles what was acknowledged before it is read */
    JdbcCertificateLedger(Jdbi jdbi, JournalWriter writer, Projection projection) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.index = projection.index();
        this.compromised = projection.compromised();
        this.counts = new CertificateCounts(jdbi, projection.census());
        this.search = new CertificateSearch(jdbi, index, counts);
    }

    @Override
    public Optional<CertificateRecord> find(String issuer, SerialNumber serial) {
        settle(serial);
        return first(IndexEntry.serial(serial.hex()), BY_SERIAL + " AND c.issuer = ?", serial.hex(), issuer);
    }

    @Override
    public Optional<CertificateRecord> find(SerialNumber serial) {
        settle(serial);
        return first(IndexEntry.serial(serial.hex()), BY_SERIAL, serial.hex());
    }

    @Override
    public SerialStatus status(String issuer, SerialNumber serial) {
        String hex = serial.hex();
        // Before the tables are read: what leaves this list is in them by then.
        if (writer.unsettled().serialOf(issuer, hex)) {
            return new SerialStatus.Unrevoked();
        }
        List<Long> found = new ArrayList<>(1);
        try (Handle handle = jdbi.open()) {
            WriterSql sql = new WriterSql(handle.getConnection());
            index.exact(sql, IndexEntry.serial(hex), found::add);
            for (long sequence : found) {
                Optional<SerialStatus> status = sql.one(FATE, JdbcCertificateLedger::fate, sequence, hex, issuer);
                if (status.isPresent()) {
                    return status.get();
                }
            }
            return new SerialStatus.NeverIssued();
        } catch (SQLException e) {
            throw new StorageException("the status of a certificate cannot be looked up: " + e.getMessage(), e);
        }
    }

    private static SerialStatus fate(ResultSet row) throws SQLException {
        return CertificateRows.revocation(row)
                .<SerialStatus>map(SerialStatus.Revoked::new)
                .orElseGet(SerialStatus.Unrevoked::new);
    }

    @Override
    public long statusChanges(SerialNumber serial) {
        return writer.changes().of(serial);
    }

    @Override
    public Optional<CertificateRecord> findByIdempotencyKey(String requester, String key) {
        if (writer.unsettled().key(requester, key)) {
            writer.settle();
        }
        return first(IndexEntry.key(requester, key), BY_KEY, requester, key);
    }

    /** What the index finds, the row has to confirm. */
    private Optional<CertificateRecord> first(String text, String select, String... parameters) {
        List<Long> found = new ArrayList<>();
        try (Handle handle = jdbi.open()) {
            index.exact(new WriterSql(handle.getConnection()), text, found::add);
            for (long sequence : found) {
                List<Object> all = new ArrayList<>(List.of(sequence));
                all.addAll(List.of(parameters));
                Optional<CertificateRecord> certificate = CertificateRows.first(handle, select, all);
                if (certificate.isPresent()) {
                    return certificate;
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new StorageException("a certificate cannot be looked up: " + e.getMessage(), e);
        }
    }

    private void settle(SerialNumber serial) {
        if (writer.unsettled().serial(serial.hex())) {
            writer.settle();
        }
    }

    /** What CAs are asked for again and again is remembered until anything is revoked or released. */
    @Override
    public Optional<RevocationStatus> revocation(EncodedCertificate certificate) {
        Fates known = fates;
        long now = writer.changes().all();
        if (known.at() != now || known.certificates().size() > MOST_FATES) {
            known = new Fates(now);
            fates = known;
        }
        return known.certificates().computeIfAbsent(certificate, CertificateLedger.super::revocation);
    }

    /** Fates of certificates, good as long as nothing is revoked. */
    private record Fates(long at, Map<EncodedCertificate, Optional<RevocationStatus>> certificates) {
        Fates(long at) {
            this(at, new ConcurrentHashMap<>());
        }
    }

    @Override
    public CertificatePage search(CertificateQuery query) {
        writer.settle();
        return search.page(query);
    }

    @Override
    public Map<Status, Long> counts(Optional<String> requester, Instant now) {
        writer.settle();
        return counts.byStatus(requester, now);
    }

    @Override
    public long countEndingBefore(Optional<String> requester, Instant now, Instant limit) {
        writer.settle();
        return counts.endingBefore(requester, now, limit);
    }

    @Override
    public List<KindCount> countsByKind(Instant now, Instant soon) {
        writer.settle();
        return counts.byKind(now, soon);
    }

    @Override
    public SortedMap<LocalDate, Long> endingByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until) {
        writer.settle();
        return counts.byDay(CountTable.State.LIVE, kinds, from, until);
    }

    @Override
    public SortedMap<LocalDate, Long> issuedByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until) {
        writer.settle();
        return counts.byDay(CountTable.State.ISSUED, kinds, from, until);
    }

    @Override
    public List<Long> changes(String issuer, SerialNumber serial) {
        return find(issuer, serial)
                .map(certificate -> jdbi.withHandle(handle -> handle.createQuery(CHANGES)
                        .bind(0, certificate.journalSequence())
                        .mapTo(Long.class)
                        .list()))
                .orElse(List.of());
    }

    /**
     * Read in chunks, so that no cursor stays open while the writer commits. What is revoked meanwhile may or may not be
     * among them.
     */
    @Override
    public long revoked(String issuer, Instant expiresFrom, Consumer<RevokedEntry> reader) {
        return revoked(issuer, OptionalInt.empty(), expiresFrom, reader);
    }

    @Override
    public long revokedIn(String issuer, int partition, Instant expiresFrom, Consumer<RevokedEntry> reader) {
        return revoked(issuer, OptionalInt.of(partition), expiresFrom, reader);
    }

    private long revoked(String issuer, OptionalInt partition, Instant expiresFrom, Consumer<RevokedEntry> reader) {
        long shown = position();
        String after = "";
        List<OrderedEntry> chunk;
        do {
            chunk = revokedAfter(issuer, partition, after, expiresFrom);
            for (OrderedEntry entry : chunk) {
                reader.accept(entry.entry());
                after = entry.order();
            }
        } while (chunk.size() == REVOKED_CHUNK);
        return shown;
    }

    /** Committed together with the rows, so that they are shown to everybody who sees it. */
    private long position() {
        try (Handle handle = jdbi.open()) {
            return new PositionTable(new WriterSql(handle.getConnection()))
                    .read()
                    .sequence();
        } catch (SQLException e) {
            throw new StorageException("the journal's position cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void revokedEnding(String issuer, Instant from, Instant until, Consumer<SerialNumber> reader) {
        if (from.isBefore(until)) {
            ending(issuer, from, until).forEach(order -> reader.accept(RevocationTable.serialOf(order)));
        }
    }

    private List<String> ending(String issuer, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(ENDING)
                .bind(0, issuer)
                .bind(1, Micros.of(from))
                .bind(2, Micros.of(until))
                .mapTo(String.class)
                .list());
    }

    private record OrderedEntry(String order, RevokedEntry entry) {}

    private List<OrderedEntry> revokedAfter(String issuer, OptionalInt partition, String after, Instant expiresFrom) {
        List<Object> parameters = new ArrayList<>(List.of(issuer, after, Micros.of(expiresFrom), REVOKED_CHUNK));
        partition.ifPresent(number -> parameters.add(1, number));
        return jdbi.withHandle(handle -> CertificateRows.bound(
                        handle.createQuery(partition.isPresent() ? REVOKED_IN_PARTITION : REVOKED), parameters)
                .map((row, context) -> revokedEntry(row))
                .list());
    }

    private static OrderedEntry revokedEntry(ResultSet row) throws SQLException {
        String order = row.getString("serial_order");
        RevocationStatus status = new RevocationStatus(
                Micros.instant(row.getLong("revoked_at")),
                RevocationReason.ofCode(row.getInt("reason")),
                Optional.ofNullable(row.getObject("invalidity_date", Long.class))
                        .map(Micros::instant));
        return new OrderedEntry(
                order,
                new RevokedEntry(
                        RevocationTable.serialOf(order),
                        status,
                        Micros.instant(row.getLong("not_after")),
                        CertificateRows.partition(row)));
    }

    @Override
    public boolean compromised(Der subjectPublicKeyInfoSha256) {
        return compromised.mayHold(subjectPublicKeyInfoSha256, jdbi)
                && certainlyCompromised(subjectPublicKeyInfoSha256);
    }

    private boolean certainlyCompromised(Der subjectPublicKeyInfoSha256) {
        return jdbi.withHandle(handle -> handle.createQuery(COMPROMISED)
                .bind(0, subjectPublicKeyInfoSha256.hex())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    @Override
    public List<CertificateRecord> latestFor(String requester, int limit) {
        writer.settle();
        return CertificateRows.list(jdbi, LATEST, List.of(requester, limit));
    }
}
