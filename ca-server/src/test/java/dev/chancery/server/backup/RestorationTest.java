package dev.chancery.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalAtRest;
import dev.chancery.db.Progress;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On journals of a few decisions; the whole system is tried in BackupIT. */
@DisplayName("A restore")
final class RestorationTest {
    private static final Secret PASSPHRASE = Secret.of("correct horse battery staple");
    private static final String KEY_PASSPHRASE = "a passphrase for tests";

    private static final Restoration.Watcher NOBODY = new Restoration.Watcher() {
        @Override
        public Progress unpacked() {
            return Progress.silent();
        }

        @Override
        public Progress replayed() {
            return Progress.silent();
        }
    };

    @TempDir
    private Path work;

    private Path data;
    private Path backup;

    @BeforeEach
    void backUp() throws IOException {
        data = work.resolve("data");
        backup = work.resolve("ca.chancery");
        fill(data, "first", 5);
        write(data, "chancery.yaml", "server: {}\n");
        write(Files.createDirectory(data.resolve("profiles")), "tls.yaml", "title: old\n");
        backUp(data, backup);
    }

    private static void fill(Path directory, String what, int records) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectory(directory, StagedFiles.ownerOnly("rwx------"));
            Path keys = Files.createDirectory(directory.resolve("keys"), StagedFiles.ownerOnly("rwx------"));
            write(keys, "passphrase", KEY_PASSPHRASE + "\n");
        }
        try (Storage storage = open(directory)) {
            for (int i = 0; i < records; i++) {
                storage.journal().record(Requester.system(), new JournalEvent.Decision("test", what + " " + i, ""));
            }
        }
    }

    private static void write(Path directory, String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static Storage open(Path directory) {
        return Storage.open(
                StorageSettings.in(directory),
                Seal.of(KEY_PASSPHRASE.toCharArray(), new SecureRandom()),
                Clock.systemUTC(),
                (step, since) -> {});
    }

    private static void backUp(Path data, Path file) throws IOException {
        JournalAtRest.End end = new JournalAtRest(data.resolve("journal")).end();
        try (OutputStream out = Files.newOutputStream(file)) {
            new BackupMaker(data, new SecureRandom(), 2)
                    .write(
                            out,
                            PASSPHRASE,
                            end.time(),
                            () -> new BackupFacts(end.time(), end.sequence(), end.time(), end.hash()),
                            Progress.silent());
        }
    }

    private Restored restore(boolean moveAside) throws IOException {
        return new Restoration(data, Clock.systemUTC(), new SecureRandom(), Optional.empty(), moveAside)
                .run(backup, PASSPHRASE, NOBODY);
    }

    private void assertRefused(String... words) throws IOException {
        Map<String, String> before = contents(work);
        assertThatThrownBy(() -> restore(false))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContainingAll(words);
        assertThat(contents(work)).as("nothing was changed").isEqualTo(before);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        dev.chancery.core.x509.Der.ofOwned(Files.readAllBytes(file))
                                .sha256()
                                .hex());
            }
        }
        // The text of the lock is the number of whoever held it last.
        contents.keySet().removeIf(name -> name.endsWith("journal/lock"));
        return contents;
    }

    private long records() throws IOException {
        return new JournalAtRest(data.resolve("journal")).end().sequence();
    }

    @Test
    @DisplayName("into no directory makes all of it, with mode 0700 and 0600")
    void intoNothing() throws IOException {
        data = work.resolve("deeper/other");
        Restored restored = restore(false);
        assertThat(restored.kept()).isEmpty();
        assertThat(restored.aside()).isEmpty();
        assertThat(records()).isEqualTo(5);
        assertThat(Files.readString(data.resolve("profiles/tls.yaml"))).isEqualTo("title: old\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/passphrase"))))
                .isEqualTo("rw-------");
        assertThat(work.resolve("deeper")).isDirectoryContaining(path -> path.equals(data));
        try (Stream<Path> left = Files.list(work.resolve("deeper"))) {
            assertThat(left).containsExactly(data);
        }
        open(data).close();
    }

    @Test
    @DisplayName("keeps a journal that goes on where the backup ends, and brings back what is missing beside it")
    void continues() throws IOException {
        fill(data, "second", 3);
        write(data, "chancery.yaml", "server: {changed: later}\n");
        Files.delete(data.resolve("keys/passphrase"));
        Files.delete(data.resolve("profiles/tls.yaml"));
        Restored restored = restore(false);
        assertThat(restored.kept().map(JournalAtRest.End::sequence)).contains(8L);
        assertThat(restored.restored()).containsExactlyInAnyOrder("keys/passphrase", "profiles/tls.yaml");
        assertThat(records()).isEqualTo(8);
        assertThat(Files.readString(data.resolve("chancery.yaml"))).contains("later");
        assertThat(restored.raised()).isEmpty();
        open(data).close();
    }

    @Test
    @DisplayName("takes the backup's journal when the one at hand is an older part of it, and moves that aside")
    void behind() throws IOException {
        fill(data, "second", 3);
        Path newer = work.resolve("newer.chancery");
        backUp(data, newer);
        Files.move(data, work.resolve("gone"));
        restore(false);
        backup = newer;
        Restored restored = restore(false);
        assertThat(records()).isEqualTo(8);
        assertThat(restored.aside()).isPresent();
        assertThat(new JournalAtRest(restored.aside().orElseThrow().resolve("journal"))
                        .end()
                        .sequence())
                .isEqualTo(5);
        open(data).close();
    }

    @Test
    @DisplayName("refuses a journal that forks, says where, and moves everything aside when told to")
    void forked() throws IOException {
        Files.move(data, work.resolve("gone"));
        restore(false);
        fill(data, "their own", 1);
        write(data, "admin.token", "secret\n");
        Path other = work.resolve("gone");
        fill(other, "another", 1);
        backUp(other, backup);
        assertRefused("The first 5 records are the same", "record 6", "--move-aside");

        Restored restored = restore(true);
        Path aside = restored.aside().orElseThrow();
        assertThat(aside.resolve("admin.token")).hasContent("secret");
        assertThat(data.resolve("admin.token")).doesNotExist();
        assertThat(records()).isEqualTo(6);
        open(data).close();
    }

    @Test
    @DisplayName("refuses another CA's journal")
    void stranger() throws IOException {
        Files.move(data, work.resolve("gone"));
        fill(data, "stranger", 9);
        assertRefused("differ from the first record on", "different CAs");
    }

    @Test
    @DisplayName("refuses to replace a damaged journal unless told to")
    void damaged() throws IOException {
        fill(data, "second", 3);
        Path segment = data.resolve("journal/000000000001.jsonl");
        Files.writeString(segment, Files.readString(segment).replaceFirst("first 2", "first 9"));
        assertRefused("is damaged", "line 4", "--move-aside");
        Restored restored = restore(true);
        assertThat(restored.aside().orElseThrow().resolve("journal/000000000001.jsonl"))
                .exists();
        assertThat(records()).isEqualTo(5);
    }

    @Test
    @DisplayName("refuses while the server runs")
    void running() throws IOException {
        try (Storage storage = open(data)) {
            assertThat(storage.journal().lastSequence()).isEqualTo(5);
            assertThatThrownBy(() -> restore(true)).isInstanceOf(DataDirectoryInUseException.class);
        }
    }

    @Test
    @DisplayName("that was cut short is completed by the next one, step by step")
    void cutShort() throws IOException {
        fill(data, "second", 3);
        Path newer = work.resolve("staged");
        Files.createDirectory(newer);
        Files.writeString(Files.createDirectory(newer.resolve("keys")).resolve("passphrase"), "new\n");
        Files.writeString(newer.resolve("chancery.yaml"), "new\n");
        Path aside = Files.writeString(work.resolve("aside"), "in the way");
        Placement placement = new Placement(
                data,
                newer,
                aside,
                java.util.List.of("chancery.yaml", "keys/passphrase"),
                java.util.List.of("chancery.yaml", "keys/passphrase"));
        assertThatThrownBy(placement::run).isInstanceOf(IOException.class);
        assertThat(Restoration.isPending(data)).isTrue();
        Files.delete(aside);
        Files.createDirectory(aside);
        Files.move(data.resolve("chancery.yaml"), aside.resolve("chancery.yaml"));
        Files.move(newer.resolve("chancery.yaml"), data.resolve("chancery.yaml"));

        assertThat(Restoration.resume(data)).contains(aside);
        assertThat(Restoration.isPending(data)).isFalse();
        assertThat(data.resolve("chancery.yaml")).hasContent("new");
        assertThat(data.resolve("keys/passphrase")).hasContent("new");
        assertThat(aside.resolve("chancery.yaml")).hasContent("server: {}");
        assertThat(aside.resolve("keys/passphrase")).hasContent(KEY_PASSPHRASE);
        assertThat(newer).doesNotExist();
    }
}
