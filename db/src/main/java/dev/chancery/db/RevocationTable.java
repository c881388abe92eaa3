package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is revoked or held now, and the keys that must never be certified again. */
final class RevocationTable {
    private static final Set<RevocationReason> COMPROMISE =
            EnumSet.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CA_COMPROMISE, RevocationReason.AA_COMPROMISE);
    private static final String CURRENT =
            "SELECT c.sequence, c.issuer, c.profile, c.requester, c.not_after, r.reason, r.revoked_at, c.crl_partition"
                    + " FROM certificate c LEFT JOIN revocation r ON r.sequence = c.sequence"
                    + " WHERE c.sequence = ?";
    private static final String INSERT = "INSERT INTO revocation (reason, held, revoked_at, invalidity_date, issuer,"
            + " serial_order, not_after, crl_partition, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String HOLD_BECOMES_FINAL =
            "UPDATE revocation SET reason = ?, held = ?, revoked_at = ?," + " invalidity_date = ? WHERE sequence = ?";
    private static final String DELETE = "DELETE FROM revocation WHERE sequence = ?";
    private static final String CHANGED = "INSERT INTO certificate_change (sequence, certificate) VALUES (?, ?)";
    private static final String DER = "SELECT der FROM certificate WHERE sequence = ?";
    private static final String KNOWN_KEY = "SELECT 1 FROM compromised_key WHERE key_sha256 = ?";
    private static final String INSERT_KEY = "INSERT INTO compromised_key (key_sha256, sequence) VALUES (?, ?)";

    private final WriterSql sql;
    private final CertificateTable certificates;
    private final CountTable counts;
    private final CompromisedKeys compromised = new CompromisedKeys();

    RevocationTable(WriterSql sql, CertificateTable certificates, CountTable counts) {
        this.sql = sql;
        this.certificates = certificates;
        this.counts = counts;
    }

    CompromisedKeys compromised() {
        return compromised;
    }

    /** A certificate as it stands before the change. */
    private record Current(
            long sequence,
            CertificateKind kind,
            long notAfter,
            Optional<RevocationReason> reason,
            long revokedAt,
            Optional<Integer> partition) {
        boolean held() {
            return reason.filter(RevocationReason.CERTIFICATE_HOLD::equals).isPresent();
        }

        CountTable.State state() {
            return reason.isEmpty() ? CountTable.State.LIVE : held() ? CountTable.State.HELD : CountTable.State.REVOKED;
        }
    }

    Optional<Conflict> revoke(CertificateRevoked event, Place place) throws SQLException {
        Optional<Current> found = current(event.issuer(), event.serial());
        if (found.isEmpty()) {
            return unknown(event.issuer(), event.serial());
        }
        Current certificate = found.get();
        boolean hold = event.reason() == RevocationReason.CERTIFICATE_HOLD;
        if (certificate.reason().isPresent() && (hold || !certificate.held())) {
            return Optional.of(new Conflict(
                    Kind.ALREADY_REVOKED,
                    "certificate " + event.serial() + " was revoked at " + Micros.instant(certificate.revokedAt())
                            + " for " + certificate.reason().get().rfcName()));
        }
        store(event, certificate, hold);
        sql.update(CHANGED, place.sequence(), certificate.sequence());
        move(certificate, hold ? CountTable.State.HELD : CountTable.State.REVOKED);
        if (COMPROMISE.contains(event.reason())) {
            rememberKey(certificate);
        }
        return Optional.empty();
    }

    private void store(CertificateRevoked event, Current certificate, boolean hold) throws SQLException {
        int reason = event.reason().code();
        long revokedAt = Micros.of(event.revokedAt());
        Optional<Long> invalidityDate = event.invalidityDate().map(Micros::of);
        if (certificate.held()) {
            sql.update(HOLD_BECOMES_FINAL, reason, hold, revokedAt, invalidityDate, certificate.sequence());
            return;
        }
        sql.update(
                INSERT,
                reason,
                hold,
                revokedAt,
                invalidityDate,
                event.issuer(),
                serialOrder(event.serial()),
                certificate.notAfter(),
                certificate.partition(),
                certificate.sequence());
    }

    Optional<Conflict> release(HoldReleased event, Place place) throws SQLException {
        Optional<Current> found = current(event.issuer(), event.serial());
        if (found.isEmpty()) {
            return unknown(event.issuer(), event.serial());
        }
        if (!found.get().held()) {
            return Optional.of(new Conflict(Kind.NOT_ON_HOLD, "certificate " + event.serial() + " is not on hold"));
        }
        sql.update(DELETE, found.get().sequence());
        sql.update(CHANGED, place.sequence(), found.get().sequence());
        move(found.get(), CountTable.State.LIVE);
        return Optional.empty();
    }

    /** Hexadecimal text after its own length, so that it sorts as the number does. */
    static String serialOrder(SerialNumber serial) {
        String hex = serial.hex();
        return String.format("%02d%s", hex.length(), hex);
    }

    /** The inverse of {@link #serialOrder}. */
    static SerialNumber serialOf(String order) {
        return SerialNumber.parse(order.substring(2));
    }

    private void move(Current certificate, CountTable.State target) {
        counts.add(certificate.kind(), certificate.state(), certificate.notAfter(), -1);
        counts.add(certificate.kind(), target, certificate.notAfter(), 1);
    }

    private void rememberKey(Current certificate) throws SQLException {
        byte[] der =
                sql.one(DER, row -> row.getBytes(1), certificate.sequence()).orElseThrow();
        String hash = new EncodedCertificate(Der.ofOwned(der))
                .subjectPublicKeyInfo()
                .sha256()
                .hex();
        compromised.add(hash);
        if (!sql.exists(KNOWN_KEY, hash)) {
            sql.update(INSERT_KEY, hash, certificate.sequence());
        }
    }

    private Optional<Current> current(String issuer, SerialNumber serial) throws SQLException {
        Optional<Long> sequence = certificates.sequence(issuer, serial.hex());
        return sequence.isEmpty() ? Optional.empty() : current(sequence.get());
    }

    private Optional<Current> current(long sequence) throws SQLException {
        return sql.one(
                CURRENT,
                row -> new Current(
                        row.getLong(1),
                        new CertificateKind(row.getString(2), row.getString(3), row.getString(4)),
                        row.getLong(5),
                        Optional.ofNullable(row.getObject(6, Integer.class)).map(RevocationReason::ofCode),
                        row.getLong(7),
                        Optional.ofNullable(row.getObject(8, Integer.class))),
                sequence);
    }

    private static Optional<Conflict> unknown(String issuer, SerialNumber serial) {
        return Optional.of(new Conflict(Kind.UNKNOWN_CERTIFICATE, issuer + " has never issued the serial " + serial));
    }
}
