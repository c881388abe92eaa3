package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is the truth; the database follows it. */
@DisplayName("At start")
class RecoveryTest {
    @TempDir
    Path base;

    private Path filled(String name) {
        Path directory = base.resolve(name);
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                Stores.record(storage, event);
            }
        }
        return directory;
    }

    private static Path databaseFile(Path directory) {
        return directory.resolve("db").resolve("chancery.mv.db");
    }

    @Test
    @DisplayName("a database that was deleted comes back whole, accounts with their passwords and tokens included")
    void deleted() throws Exception {
        Path directory = filled("data");
        Path untouched = base.resolve("untouched");
        Stores.copy(directory, untouched);
        Stores.delete(directory.resolve("db"));

        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isEqualTo(EveryEvent.inOrder().size());
            assertThat(storage.accounts().find("alice")).contains(EveryEvent.account("alice"));
            assertThat(storage.accounts().findByTokenSha256("ab".repeat(32))).isPresent();
        }
        assertThat(Stores.difference(untouched, directory)).isEmpty();
    }

    @Test
    @DisplayName("a database that is older than the journal catches up")
    void older() throws Exception {
        Path directory = filled("data");
        Path old = base.resolve("old");
        Stores.copy(directory, old);
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isZero();
            Stores.record(storage, Samples.certificate("6601").issued());
            Stores.record(storage, Samples.certificate("6602").issued());
        }
        Stores.delete(directory.resolve("db"));
        Stores.copy(old.resolve("db"), directory.resolve("db"));

        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isEqualTo(2);
            assertThat(storage.ledger().find(Samples.certificate("6602").serial()))
                    .isPresent();
        }
    }

    @Test
    @DisplayName("a database that is damaged is set aside and made again from the journal")
    void damaged() throws Exception {
        Path directory = filled("data");
        Path untouched = base.resolve("untouched");
        Stores.copy(directory, untouched);
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(databaseFile(directory), garbage);

        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isEqualTo(EveryEvent.inOrder().size());
        }
        assertThat(Stores.difference(untouched, directory)).isEmpty();
        try (Stream<Path> entries = Files.list(directory.resolve("db"))) {
            Path aside = entries.filter(Files::isDirectory).findFirst().orElseThrow();
            assertThat(aside.getFileName().toString()).startsWith("broken-");
            assertThat(Files.readAllBytes(aside.resolve("chancery.mv.db"))).isEqualTo(garbage);
        }
    }

    @Test
    @DisplayName("a database that holds more than its position says is set aside and made again from the journal")
    void aheadOfItself() throws Exception {
        Path directory = filled("data");
        Path old = base.resolve("old");
        Stores.copy(directory, old);
        try (Storage storage = Stores.open(directory)) {
            Stores.record(storage, Samples.certificate("6601").issued());
        }
        try (Database from = Database.open(old.resolve("db"), 1);
                Database to = Database.open(directory.resolve("db"), 1)) {
            new PositionTable(new WriterSql(to.writer())).move(new PositionTable(new WriterSql(from.writer())).read());
            to.writer().commit();
        }

        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isEqualTo(EveryEvent.inOrder().size() + 1);
            assertThat(storage.ledger().find(Samples.certificate("6601").serial()))
                    .isPresent();
        }
        try (Stream<Path> entries = Files.list(directory.resolve("db"))) {
            assertThat(entries.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    @DisplayName("a damaged database stays where it is when the journal is damaged as well")
    void bothDamaged() throws Exception {
        Path directory = filled("data");
        Files.write(databaseFile(directory), new byte[20_000]);
        Files.writeString(Stores.tail(directory), "garbage\n{}\n");
        assertThatThrownBy(() -> Stores.open(directory)).isInstanceOf(JournalCorruptException.class);
        assertThat(databaseFile(directory)).hasSize(20_000);
    }

    @Test
    @DisplayName("a database of another data directory is refused")
    void swapped() throws Exception {
        Path directory = filled("data");
        Path other = filled("other");
        Stores.delete(directory.resolve("db"));
        Stores.copy(other.resolve("db"), directory.resolve("db"));
        assertThatThrownBy(() -> Stores.open(directory))
                .isInstanceOf(JournalCorruptException.class)
                .hasMessageContaining("different data directories");
    }

    @Test
    @DisplayName("a data directory that is open already is refused, with the process that has it")
    void inUse() {
        Path directory = base.resolve("data");
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().lastSequence()).isZero();
            assertThatThrownBy(() -> Stores.open(directory))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> Storage.rebuild(
                            StorageSettings.in(directory),
                            Stores.seal(),
                            java.time.Clock.systemUTC(),
                            Progress.silent()))
                    .isInstanceOf(DataDirectoryInUseException.class);
        }
        Stores.open(directory).close();
    }

    @Test
    @DisplayName("a data directory that cannot be one is refused in words")
    void impossible() throws IOException {
        Path semicolon = base.resolve("a;INIT=DROP ALL OBJECTS");
        assertThatThrownBy(() -> Stores.open(semicolon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("';'");
        Path file = Files.writeString(base.resolve("file"), "");
        assertThatThrownBy(() -> Stores.open(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    @DisplayName("request numbers go on above those that are recorded")
    void requestNumbers() throws IOException {
        Path directory = filled("data");
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().nextRequestId()).isEqualTo(3);
        }
        Stores.delete(directory.resolve("db"));
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().nextRequestId()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("nobody but the owner can read what was written")
    void permissions() throws IOException {
        Path directory = filled("data");
        try (Stream<Path> files = Files.walk(directory).filter(path -> !path.equals(directory))) {
            assertThat(files).allSatisfy(path -> {
                String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(expected);
            });
        }
    }
}
