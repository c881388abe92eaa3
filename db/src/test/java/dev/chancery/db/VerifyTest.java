package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.journal.JournalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A verification")
class VerifyTest {
    @TempDir
    Path directory;

    private final List<JournalEvent> history = new History().signed();

    @BeforeEach
    void fill() {
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : history) {
                Stores.record(storage, event);
            }
        }
    }

    private Verified verify() {
        return Storage.verify(StorageSettings.in(directory), Stores.seal(), Progress.silent());
    }

    private void execute(String sql) throws IOException, SQLException {
        try (Database database = Database.open(directory.resolve("db"), 1);
                Statement statement = database.writer().createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
            database.writer().commit();
        }
    }

    @Test
    @DisplayName("finds nothing wrong where nothing is, and leaves nothing behind")
    void good() throws IOException {
        Verified verified = verify();
        assertThat(verified.problem()).isEmpty();
        assertThat(verified.tally().records()).isEqualTo(history.size());
        try (var entries = Files.list(directory.resolve("db"))) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("chancery.mv.db", "chancery.seal");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE certificate SET profile = 'admin' | table certificate, row sequence
            INSERT INTO search_run VALUES (1, '00') | table search_run has too much, the row generation 1
            INSERT INTO compromised_key VALUES ('00', 1) | table compromised_key has too much
            UPDATE certificate_count SET certificates = certificates + 1 | column certificates
            UPDATE account SET password_hash = 'mine' WHERE name = 'alice' | password_hash: the journal says another value
            DELETE FROM account_token | table account_token lacks the row sha256 of a token
            DELETE FROM revocation | table revocation lacks
            UPDATE crl SET crl_number = 77 | column crl_number: the journal says 1, the database 77
            """)
    @DisplayName("names the first row that differs from the journal")
    void changedRow(String sql, String words) throws Exception {
        execute(sql);
        assertThat(verify().problem().orElseThrow()).contains(words).doesNotContain("argon2", "mine");
    }

    @Test
    @DisplayName("names what is wrong with the journal, and changes nothing")
    void changedJournal() throws Exception {
        Path file = Stores.tail(directory);
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
        assertThat(verify().problem().orElseThrow()).contains(file.toString()).contains("line");
        assertThat(Files.readAllBytes(file)).isEqualTo(octets);
    }

    @Test
    @DisplayName("notices that the journal is shorter than the database")
    void shortened() throws Exception {
        Path file = Stores.tail(directory);
        var lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertThat(verify().problem().orElseThrow()).contains("its end was lost");
    }

    @Test
    @DisplayName("reports a damaged or missing database, and leaves it where it is")
    void damagedDatabase() throws Exception {
        Path file = directory.resolve("db").resolve("chancery.mv.db");
        byte[] garbage = new byte[10_000];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(file, garbage);
        assertThat(verify().problem().orElseThrow()).contains("changed after it was closed");
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
        Files.delete(file);
        assertThat(verify().problem().orElseThrow()).contains("there is no database");
    }

    @Test
    @DisplayName("notices a passphrase that opens nothing")
    void otherPassphrase() {
        Seal other = Seal.of("another".toCharArray(), new SecureRandom());
        assertThat(Storage.verify(StorageSettings.in(directory), other, Progress.silent())
                        .problem()
                        .orElseThrow())
                .contains("passphrase")
                .contains("alice");
    }

    @Test
    @DisplayName("asks the core whether what happened could happen")
    void impossibleHistory() {
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                storage.journal().record(dev.chancery.core.access.Requester.system(), event);
            }
        }
        assertThat(verify().problem().orElseThrow()).contains("record ");
    }
}
