package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Migrations")
class MigrationsTest {
    private static final int FIRST_HALF = 12;

    @TempDir
    Path directory;

    private void migrateTo(int version) throws IOException {
        Database.open(directory, 1, new Migrations(directory, MigrationVersion.fromVersion(Integer.toString(version))))
                .close();
    }

    private void execute(String sql) throws IOException, SQLException {
        try (Database database = Database.open(directory, 1, new Migrations(directory, MigrationVersion.LATEST));
                Statement statement = database.writer().createStatement()) {
            statement.execute(sql);
            database.writer().commit();
        }
    }

    /** Highest version in the schema's own history. */
    private static String version(Database database) throws SQLException {
        try (Statement statement = database.writer().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"version\" FROM \"schema_history\" ORDER BY \"installed_rank\" DESC LIMIT 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The version of the last file; branches that are merged later fill the gaps before it. */
    private static int newest() throws Exception {
        List<Path> files = files();
        return Integer.parseInt(
                files.get(files.size() - 1).getFileName().toString().substring(1, 4));
    }

    private static List<Path> files() throws Exception {
        Path root = Path.of(MigrationsTest.class.getResource("/db/migration").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(java.util.Comparator.comparing(
                            file -> file.getFileName().toString()))
                    .toList();
        }
    }

    @Test
    @DisplayName("make every table that a verification compares")
    void fromEmpty() throws Exception {
        try (Database database = Database.open(directory, 1);
                Statement statement = database.writer().createStatement()) {
            for (String table : TableComparison.tableNames()) {
                assertThatCode(() -> statement.executeQuery("SELECT COUNT(*) FROM " + table))
                        .as(table)
                        .doesNotThrowAnyException();
            }
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                    + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME <> 'schema_history'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo((int) Stream.of(TableComparison.tableNames())
                        .flatMap(names -> java.util.stream.StreamSupport.stream(names.spliterator(), false))
                        .count());
            }
        }
    }

    @Test
    @DisplayName("hold one statement each, which can be run again")
    void oneStatementEach() throws Exception {
        assertThat(files()).hasSizeGreaterThan(FIRST_HALF).allSatisfy(file -> {
            String sql = Files.readString(file).replaceAll("--.*", "").strip();
            assertThat(sql.chars().filter(c -> c == ';').count()).isEqualTo(1);
            assertThat(sql).endsWith(";").containsPattern(" IF (NOT )?EXISTS ");
        });
        assertThat(files().stream()
                        .map(file -> file.getFileName().toString().substring(0, 4))
                        .distinct())
                .as("versions")
                .hasSize(files().size());
    }

    @Test
    @DisplayName("complete a schema that a kill left between any two steps, and keep a copy of what was there")
    void goesOn() throws Exception {
        migrateTo(FIRST_HALF);
        try (Database database = Database.open(directory, 1)) {
            assertThat(Integer.parseInt(version(database))).isEqualTo(newest());
        }
        assertThat(directory.resolve("before-migration-from-012.zip")).isNotEmptyFile();
    }

    @Test
    @DisplayName("complete a schema that a kill left with a statement done, but not noted as done")
    void doneNotNoted() throws Exception {
        for (int step : new int[] {1, 2, FIRST_HALF}) {
            migrateTo(step);
            try (Database database = Database.open(
                            directory, 1, new Migrations(directory, MigrationVersion.fromVersion("" + step)));
                    Statement statement = database.writer().createStatement()) {
                statement.execute("DELETE FROM \"schema_history\" WHERE \"version\" = '%03d'".formatted(step));
                database.writer().commit();
            }
        }
        try (Database database = Database.open(directory, 1)) {
            assertThat(Integer.parseInt(version(database))).isEqualTo(newest());
        }
    }

    @Test
    @DisplayName("refuse a schema that is newer than this program")
    void newer() throws Exception {
        execute("INSERT INTO \"schema_history\" VALUES (99, '999', 'from the future', 'SQL', 'V999__x.sql', 1, 'sa',"
                + " CURRENT_TIMESTAMP, 1, TRUE)");
        assertThatThrownBy(() -> Database.open(directory, 1))
                .isInstanceOf(SchemaTooNewException.class)
                .hasMessageContaining("999")
                .hasMessageContaining("0" + newest());
    }

    @Test
    @DisplayName("are listed with their checksums, so that a start on the newest schema need not look at them")
    void index() throws Exception {
        try (Database database = Database.open(directory, 1)) {
            assertThat(ShippedMigrations.areApplied(database.writer()))
                    .as("the lines of db/migration/index are version and Flyway's checksum")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("refuse a schema that another file made")
    void otherFile() throws Exception {
        execute("UPDATE \"schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '002'");
        assertThatThrownBy(() -> Database.open(directory, 1)).hasMessageContaining("checksum");
    }

    @Test
    @DisplayName("are the very files that have landed: their content never changes")
    void unchanged() throws Exception {
        StringBuilder found = new StringBuilder();
        for (Path file : files()) {
            found.append(
                            dev.chancery.core.x509.Der.copyOf(Files.readAllBytes(file))
                                    .sha256()
                                    .hex(),
                            0,
                            16)
                    .append("  ")
                    .append(file.getFileName())
                    .append('\n');
        }
        try (InputStream expected = MigrationsTest.class.getResourceAsStream("/migrations.sha256")) {
            assertThat(found.toString())
                    .as("never edit a migration that has landed; add another, and its line here")
                    .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
