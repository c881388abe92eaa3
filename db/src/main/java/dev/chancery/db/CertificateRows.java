package dev.chancery.db;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Certificates and their fate, as rows. */
final class CertificateRows {
    static final String COLUMNS =
            "SELECT c.sequence, c.issuer, c.der, c.profile, c.requester, c.issued_at, r.revoked_at,"
                    + " r.reason, r.invalidity_date, c.crl_partition, c.profile_version";
    static final String SELECT = COLUMNS + " FROM certificate c LEFT JOIN revocation r ON r.sequence = c.sequence";

    private CertificateRows() {}

    static Optional<CertificateRecord> first(Handle handle, String sql, List<Object> parameters) {
        return bound(handle.createQuery(sql + " LIMIT 1"), parameters)
                .map((row, context) -> read(row))
                .findFirst();
    }

    static List<CertificateRecord> list(Jdbi jdbi, String sql, List<Object> parameters) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), parameters)
                .map((row, context) -> read(row))
                .list());
    }

    static Query bound(Query query, List<Object> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            query.bind(i, parameters.get(i));
        }
        return query;
    }

    private static CertificateRecord read(ResultSet row) throws SQLException {
        return new CertificateRecord(
                row.getString("issuer"),
                new EncodedCertificate(Der.ofOwned(row.getBytes("der"))),
                row.getString("profile"),
                row.getString("requester"),
                Micros.instant(row.getLong("issued_at")),
                row.getLong("sequence"),
                revocation(row),
                partition(row),
                number(row, "profile_version"));
    }

    static OptionalInt partition(ResultSet row) throws SQLException {
        return number(row, "crl_partition");
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    static Optional<RevocationStatus> revocation(ResultSet row) throws SQLException {
        Integer reason = row.getObject("reason", Integer.class);
        return reason == null
                ? Optional.empty()
                : Optional.of(new RevocationStatus(
                        Micros.instant(row.getLong("revoked_at")),
                        RevocationReason.ofCode(reason),
                        Optional.ofNullable(row.getObject("invalidity_date", Long.class))
                                .map(Micros::instant)));
    }
}
