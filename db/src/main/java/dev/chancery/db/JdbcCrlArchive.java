package dev.chancery.db;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.x509.Der;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Numbers of CRLs in a table. */
final class JdbcCrlArchive implements CrlArchive {
    private static final String HIGHEST = "SELECT MAX(highest) FROM ("
            + "SELECT MAX(crl_number) AS highest FROM crl WHERE issuer = ? AND scope = ?"
            + " UNION ALL SELECT MAX(crl_number) FROM crl_floor WHERE issuer = ? AND scope = ?) AS numbers";
    private static final String SELECT =
            "SELECT sequence, issuer, scope, crl_number, this_update, next_update, entries, sha256, difference,"
                    + " file_removed FROM crl WHERE issuer = ?";
    private static final String LIST = SELECT + " ORDER BY issuer DESC, sequence DESC LIMIT ?";
    private static final String PAGE =
            SELECT + " AND scope = ? AND crl_number < ? ORDER BY issuer DESC, scope DESC, crl_number DESC LIMIT ?";
    /** RFC 5280 §5.2.3. */
    private static final int NUMBER_BITS = 159;

    private static final String FIND = SELECT + " AND scope = ? AND crl_number = ?";
    private static final String LAST =
            SELECT + " AND scope = ? ORDER BY issuer DESC, scope DESC, crl_number DESC LIMIT 1";

    private final Jdbi jdbi;

    JdbcCrlArchive(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public CrlNumber highest(String issuer, String scope) {
        return jdbi.withHandle(handle -> handle.createQuery(HIGHEST)
                .bind(0, issuer)
                .bind(1, scope)
                .bind(2, issuer)
                .bind(3, scope)
                .mapTo(BigDecimal.class)
                .findFirst()
                .map(number -> new CrlNumber(number.toBigIntegerExact()))
                .orElse(CrlNumber.ZERO));
    }

    @Override
    public Optional<Entry> last(String issuer, String scope) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind(0, issuer)
                .bind(1, scope)
                .map((row, context) -> entry(row))
                .findFirst());
    }

    @Override
    public List<Entry> list(String issuer, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind(0, issuer)
                .bind(1, limit)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public Optional<Entry> find(String issuer, String scope, CrlNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind(0, issuer)
                .bind(1, scope)
                .bind(2, new BigDecimal(number.value()))
                .map((row, context) -> entry(row))
                .findOne());
    }

    @Override
    public List<Entry> page(String issuer, String scope, Optional<CrlNumber> below, int limit) {
        BigDecimal bound = below.map(number -> new BigDecimal(number.value()))
                .orElseGet(() -> new BigDecimal(BigInteger.ONE.shiftLeft(NUMBER_BITS)));
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind(0, issuer)
                .bind(1, scope)
                .bind(2, bound)
                .bind(3, limit)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                row.getString("issuer"),
                row.getString("scope"),
                new CrlNumber(row.getBigDecimal("crl_number").toBigIntegerExact()),
                Micros.instant(row.getLong("this_update")),
                Micros.instant(row.getLong("next_update")),
                row.getInt("entries"),
                Der.fromHex(row.getString("sha256")),
                Optional.ofNullable(row.getString("difference")).map(Differences::parse),
                Optional.ofNullable(row.getObject("file_removed", Long.class)).map(Micros::instant));
    }
}
