package dev.chancery.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every migration with its checksum, in the file {@code db/migration/index}. Where the database's history says the same,
 * there is nothing to migrate and nothing to object to, and a start need not load Flyway, a quarter of its time.
 * {@code MigrationsTest} holds the file to the truth.
 */
final class ShippedMigrations {
    private static final String INDEX = "/db/migration/index";
    private static final String HISTORY =
            "SELECT \"version\", \"checksum\", \"success\" FROM \"schema_history\" WHERE \"installed_rank\" > 0"
                    + " ORDER BY \"installed_rank\"";

    private ShippedMigrations() {}

    /** Whether all of them, unchanged, and nothing else, were applied. When in doubt it is false, and Flyway judges. */
    static boolean areApplied(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HISTORY)) {
            List<String> applied = new ArrayList<>();
            while (row.next()) {
                applied.add(row.getString(1) + " " + row.getInt(2) + (row.getBoolean(3) ? "" : " failed"));
            }
            return applied.equals(index());
        } catch (SQLException e) {
            return false; // no history yet, or a fault that Flyway will meet and name
        }
    }

    static int newest() {
        List<String> index = index();
        return Integer.parseInt(index.get(index.size() - 1).split(" ", 2)[0]);
    }

    /** Lines such as {@code 001 -123456789}: version and Flyway's checksum. */
    static List<String> index() {
        try (InputStream file = Objects.requireNonNull(ShippedMigrations.class.getResourceAsStream(INDEX));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of migrations in this program's own jar cannot be read", e);
        }
    }
}
