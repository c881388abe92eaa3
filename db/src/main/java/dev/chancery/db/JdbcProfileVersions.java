package dev.chancery.db;

import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.journal.ProfileVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Versions of profiles in a table. */
final class JdbcProfileVersions implements ProfileVersions {
    private static final String SELECT =
            "SELECT name, version, sequence, saved_at, actor, content, why FROM profile_version AS p";
    private static final String ALL = SELECT + " WHERE name = ? ORDER BY name DESC, version DESC";
    private static final String FIND = SELECT + " WHERE name = ? AND version = ?";
    private static final String NEWEST = SELECT
            + " WHERE version = (SELECT MAX(version) FROM profile_version AS later WHERE later.name = p.name)"
            + " ORDER BY name";

    private final Jdbi jdbi;

    JdbcProfileVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ProfileVersion> all(String name) {
        return list(ALL, List.of(name));
    }

    @Override
    public Optional<ProfileVersion> find(String name, int number) {
        return list(FIND, List.of(name, number)).stream().findFirst();
    }

    @Override
    public List<ProfileVersion> newest() {
        return list(NEWEST, List.of());
    }

    private List<ProfileVersion> list(String sql, List<Object> parameters) {
        return jdbi.withHandle(handle -> CertificateRows.bound(handle.createQuery(sql), parameters)
                .map((row, context) -> read(row))
                .list());
    }

    private static ProfileVersion read(ResultSet row) throws SQLException {
        return new ProfileVersion(
                row.getString("name"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("content")),
                row.getLong("sequence"),
                Micros.instant(row.getLong("saved_at")),
                row.getString("actor"),
                row.getString("why"));
    }
}
