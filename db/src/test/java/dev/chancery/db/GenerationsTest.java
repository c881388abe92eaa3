package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Generations of the search index")
class GenerationsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path base;

    private Path directory() {
        return base.resolve("data");
    }

    private static Storage open(Path directory, long generation) {
        return Storage.open(StorageSettings.in(directory), Stores.environment().with(generation));
    }

    /** Lets an empty database follow the journal. */
    private void replay(Path database, JournalHead head, long generation) throws IOException, SQLException {
        Path journal = directory().resolve("journal");
        JournalFiles files = new JournalFiles(journal, new RecordReader(Stores.seal()));
        try (Database filled = Database.open(database.resolve("db"), 1)) {
            Projection projection = new Projection(filled.writer(), generation);
            new Replay(journal, files, projection, record -> {}, Progress.silent()).run(JournalHead.BEGINNING, head);
        }
    }

    private static long number(Path database, String sql) throws IOException, SQLException {
        try (Database opened = Database.open(database, 1);
                Statement statement = opened.writer().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 64, 1_000})
    @DisplayName("are the same after a rebuild as after live writing with restarts, whatever happened")
    void sameRows(long generation) throws Exception {
        for (int start = 0; start < 3; start++) {
            try (Storage storage = open(directory(), generation)) {
                new RandomHistory(start).play(storage, 400);
            }
        }
        JournalHead head = Stores.check(directory(), 0).head();
        Path again = base.resolve("again");
        replay(again, head, generation);
        assertThat(Stores.difference(directory(), again)).isEmpty();
        assertThat(number(again.resolve("db"), "SELECT COUNT(*) FROM search_run"))
                .isBetween(head.sequence() > generation ? 1L : 0L, head.sequence() / generation + 1);
    }

    @ParameterizedTest
    @EnumSource(CrashPoints.Point.class)
    @DisplayName("are whole after a crash while one of them is closed")
    void crash(CrashPoints.Point point) throws Exception {
        AtomicInteger copies = new AtomicInteger();
        CrashPoints copying = reached -> {
            if (reached == point) {
                copy(directory(), base.resolve("left-" + copies.incrementAndGet()));
            }
        };
        try (Storage storage = Storage.open(
                StorageSettings.in(directory()),
                Stores.environment().with(copying).with(3L))) {
            for (int i = 1; i <= 7; i++) {
                Stores.record(
                        storage, Samples.certificate("4f0" + i).issued(), new JournalEvent.Decision("a", "b", "c"));
            }
        }
        JournalHead head = Stores.check(directory(), 0).head();
        replay(base.resolve("again"), head, 3);
        for (int copy = 1; copy <= copies.get(); copy++) {
            Path left = base.resolve("left-" + copy);
            try (Storage storage = open(left, 3)) {
                for (long more = storage.journal().lastSequence() / 2 + 1; more <= 7; more++) {
                    Stores.record(
                            storage,
                            Samples.certificate("4f0" + more).issued(),
                            new JournalEvent.Decision("a", "b", "c"));
                }
                assertThat(conflict(storage, Samples.certificate("4f01").issued()))
                        .isEqualTo(Kind.DUPLICATE_SERIAL);
            }
            try (Database one = Database.open(left.resolve("db"), 1)) {
                assertThat(new RunTable(new WriterSql(one.writer()), 3)
                                .filters()
                                .keySet())
                        .containsExactly(0L, 1L, 2L, 3L, 4L);
            }
        }
        assertThat(copies.get()).isEqualTo(7);
    }

    private static void copy(Path from, Path to) {
        try {
            Stores.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind conflict(Storage storage, JournalEvent event) {
        AppendOutcome outcome = storage.journal().record(Requester.system(), List.of(event));
        return outcome.fold(
                recorded -> {
                    throw new AssertionError("recorded as " + recorded.sequence());
                },
                AppendOutcome.Conflict::kind);
    }

    @Test
    @DisplayName(
            "have each serial of an issuer and each key of a requester once, in whichever it is, also after a restart")
    void unique() {
        int certificates = 40;
        try (Storage storage = open(directory(), 8)) {
            for (int i = 10; i < certificates; i++) {
                Stores.record(
                        storage, Samples.certificate("4f" + i).keyed("key" + i).issued());
                assertThat(conflict(storage, Samples.certificate("4f" + i).issued()))
                        .isEqualTo(Kind.DUPLICATE_SERIAL);
            }
        }
        try (Storage storage = open(directory(), 8)) {
            for (int i = 10; i < certificates; i++) {
                Samples.Certificate old = Samples.certificate("4f" + i);
                assertThat(conflict(storage, old.issued())).isEqualTo(Kind.DUPLICATE_SERIAL);
                assertThat(conflict(
                                storage,
                                Samples.certificate("5a" + i).keyed("key" + i).issued()))
                        .isEqualTo(Kind.IDEMPOTENCY_KEY_USED);
                Stores.record(storage, old.by("other", "server").issued());
                assertThat(storage.ledger().find("issuing", old.serial()))
                        .map(CertificateRecord::journalSequence)
                        .contains(i - 9L);
                assertThat(storage.ledger().find("other", old.serial())).isPresent();
                assertThat(storage.ledger().findByIdempotencyKey("alice", "key" + i))
                        .map(CertificateRecord::journalSequence)
                        .contains(i - 9L);
            }
        }
    }

    @Test
    @DisplayName("forget an entry that is taken back because a later event of it is in conflict, after a flush too")
    void takenBack() throws Exception {
        JournalEvent unknown =
                Samples.certificate("77").revoked(dev.chancery.core.x509.RevocationReason.SUPERSEDED, Samples.START);
        try (Storage storage = open(directory(), 2)) {
            for (int i = 10; i < 20; i++) {
                JournalEvent issued = Samples.certificate("4f" + i)
                        .names("host" + i + ".lab.test")
                        .issued();
                assertThat(storage.journal().record(Requester.system(), List.of(issued, unknown)))
                        .isInstanceOf(AppendOutcome.Conflict.class);
                assertThat(storage.ledger().search(searching("host" + i)).certificates())
                        .isEmpty();
                Stores.record(
                        storage,
                        Samples.certificate("4f" + i)
                                .names("other" + i + ".lab.test")
                                .issued());
                assertThat(storage.ledger().search(searching("host" + i)).certificates())
                        .isEmpty();
                assertThat(storage.ledger().search(searching("other" + i)).certificates())
                        .hasSize(1);
            }
        }
        replay(base.resolve("again"), Stores.check(directory(), 0).head(), 2);
        assertThat(Stores.difference(directory(), base.resolve("again"))).isEmpty();
    }

    @Test
    @DisplayName("find certificates by a domain that too many share to be in the index")
    void commonDomain() throws Exception {
        int certificates = Candidates.FEW + 200;
        LargeJournal.write(StorageSettings.in(directory()), certificates, 10);
        try (Storage storage = Stores.open(directory())) {
            for (String text : new String[] {"lab.exam", "pool.example.test", "test", "host"}) {
                assertThat(storage.ledger().search(searching(text)).certificates())
                        .as(text)
                        .hasSize(50)
                        .first()
                        .satisfies(found -> assertThat(found.certificate()
                                        .subject()
                                        .commonName()
                                        .orElseThrow())
                                .contains("" + (certificates - 1)));
            }
        }
    }

    private static CertificateQuery searching(String text) {
        return new CertificateQuery(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                50,
                Optional.empty());
    }

    @Test
    @DisplayName("show a serial that the journal has twice, and the start names the record")
    void twice() throws Exception {
        try (Storage storage = Stores.open(directory())) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            Stores.record(storage, Samples.certificate("4f02").issued());
        }
        Path file = Stores.tail(directory());
        List<String> lines = Files.readAllLines(file);
        String again = lines.get(0).replace("\"seq\":1,", "\"seq\":3,").replace("0".repeat(64), hash(lines.get(1)));
        Files.writeString(file, again + "\n", java.nio.file.StandardOpenOption.APPEND);
        JournalHead head = Stores.check(directory(), 0).head();
        for (long generation : new long[] {1, 2, 1_000}) {
            assertThatThrownBy(() -> replay(base.resolve("of-" + generation), head, generation))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("record 3")
                    .hasMessageContaining("4f01");
        }
    }

    private static String hash(String line) {
        return dev.chancery.core.x509.Der.copyOf(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .sha256()
                .hex();
    }

    @Test
    @DisplayName("are made anew when an older Chancery made the rows, if it is the same journal")
    void outdated() throws Exception {
        JournalHead head;
        try (Storage storage = Stores.open(directory())) {
            Stores.record(storage, Samples.certificate("4f01").issued());
        }
        head = Stores.check(directory(), 0).head();
        old(head.hash().hex());
        try (Storage storage = Stores.open(directory())) {
            assertThat(storage.replayed()).isEqualTo(1);
            assertThat(storage.ledger().find(Samples.certificate("4f01").serial()))
                    .isPresent();
        }
        old("00".repeat(32));
        assertThatThrownBy(() -> Stores.open(directory())).isInstanceOf(JournalCorruptException.class);
    }

    /** A database as schema 24 was, that says it has followed the journal. */
    private void old(String hash) throws IOException, SQLException {
        Path database = directory().resolve("db");
        Stores.delete(database);
        Migrations migrations = new Migrations(database, MigrationVersion.fromVersion("24"));
        try (Database opened = Database.open(database, 1, migrations);
                Statement statement = opened.writer().createStatement()) {
            statement.execute("INSERT INTO journal_position VALUES (1, 1, 0, '" + hash + "')");
            opened.writer().commit();
        }
    }
}
