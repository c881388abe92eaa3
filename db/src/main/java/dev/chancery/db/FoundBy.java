package dev.chancery.db;

import dev.chancery.core.ledger.CertificateKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** All that a certificate can be found by. */
record FoundBy(long sequence, String serial, CertificateKind kind, Optional<String> idempotencyKey, SearchNames names) {
    private static final String ROWS =
            "SELECT sequence, serial, issuer, profile, requester, idempotency_key, names FROM certificate"
                    + " WHERE sequence >= ? ORDER BY sequence";

    static FoundBy of(IssuedCertificate certificate, long sequence) {
        return new FoundBy(
                sequence,
                certificate.serial(),
                new CertificateKind(
                        certificate.event().issuer(),
                        certificate.event().profile(),
                        certificate.event().requester()),
                certificate.event().idempotencyKey(),
                certificate.names());
    }

    /** Those that have a row, from this record on. */
    static List<FoundBy> rowsFrom(WriterSql sql, long sequence) throws SQLException {
        return sql.list(
                ROWS,
                row -> new FoundBy(
                        row.getLong(1),
                        row.getString(2),
                        new CertificateKind(row.getString(3), row.getString(4), row.getString(5)),
                        Optional.ofNullable(row.getString(6)),
                        SearchNames.ofMarked(row.getString(7))),
                sequence);
    }
}
