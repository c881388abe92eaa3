package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.contract.Samples;
import dev.chancery.core.ledger.CertificateQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Filling a database with many records")
class BulkLoadTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path base;

    private Path directory() {
        return base.resolve("data");
    }

    private JournalHead journal(int certificates) throws IOException {
        return LargeJournal.write(StorageSettings.in(directory()), certificates, 10);
    }

    private void replay(Path database, JournalHead head, int many) throws IOException, SQLException {
        Path journal = directory().resolve("journal");
        JournalFiles files = new JournalFiles(journal, new RecordReader(Stores.seal()));
        try (Database filled = Database.open(database.resolve("db"), 1)) {
            Projection projection = new Projection(filled.writer());
            new Replay(journal, files, projection, record -> {}, Progress.silent(), many)
                    .run(JournalHead.BEGINNING, head);
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

    @Test
    @DisplayName("leads to the very rows and indexes that one record after the other does")
    void sameRows() throws Exception {
        JournalHead head = journal(Candidates.FEW + 200);
        Path slow = base.resolve("slow");
        Path fast = base.resolve("fast");
        replay(slow, head, Integer.MAX_VALUE);
        replay(fast, head, 1);
        assertThat(Stores.difference(slow, fast)).isEmpty();
        String indexes = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = 'PUBLIC'";
        assertThat(number(fast.resolve("db"), indexes)).isEqualTo(number(slow.resolve("db"), indexes));
        String common = "SELECT COUNT(*) FROM certificate_name WHERE label = 'lab.example.test'";
        assertThat(number(fast.resolve("db"), common)).isEqualTo(Candidates.FEW + 1);
    }

    @Test
    @DisplayName("finds certificates by a domain that too many share to be in the index")
    void commonDomain() throws Exception {
        int certificates = Candidates.FEW + 200;
        journal(certificates);
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
    @DisplayName("notices a serial that the journal has twice, and names the record")
    void twice() throws Exception {
        try (Storage storage = Stores.open(directory())) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            Stores.record(storage, Samples.certificate("4f02").issued());
        }
        Path file = Stores.tail(directory());
        java.util.List<String> lines = Files.readAllLines(file);
        String again = lines.get(0).replace("\"seq\":1,", "\"seq\":3,").replace("0".repeat(64), hash(lines.get(1)));
        Files.writeString(file, again + "\n", java.nio.file.StandardOpenOption.APPEND);
        JournalHead head = Stores.check(directory(), 0).head();
        for (int many : new int[] {1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> replay(base.resolve("many-" + many), head, many))
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
    @DisplayName("is completed by the next start when a kill ended it before its indexes were made")
    void killed() throws Exception {
        try (Storage storage = Stores.open(directory())) {
            Stores.record(storage, Samples.certificate("4f01").issued());
        }
        Path database = directory().resolve("db");
        try (Database opened = Database.open(database, 1)) {
            BulkLoad.begin(new WriterSql(opened.writer()));
        }
        String index = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INDEXES WHERE INDEX_NAME IN"
                + " ('certificate_by_serial', 'certificate_name_by_label', 'CERTIFICATE_BY_SERIAL',"
                + " 'CERTIFICATE_NAME_BY_LABEL')";
        assertThat(number(database, index)).isZero();
        Stores.open(directory()).close();
        assertThat(number(database, index)).isEqualTo(2);
    }

    @Test
    @DisplayName("happens anew when an older Chancery made the rows, if it is the same journal")
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
