package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("chancery verify and rebuild")
final class OfflineCommandsTest {
    private static final String PASSPHRASE = "a passphrase for tests";

    @TempDir
    Path data;

    private static Storage open(Path data) {
        return Storage.open(
                StorageSettings.in(data),
                Seal.of(PASSPHRASE.toCharArray(), new SecureRandom()),
                Clock.systemUTC(),
                (step, since) -> {});
    }

    @BeforeEach
    void fill() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Path keys = Files.createDirectory(data.resolve("keys"));
        Path passphrase = Files.writeString(keys.resolve("passphrase"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
        try (Storage storage = open(data)) {
            for (int i = 0; i < 5; i++) {
                storage.journal()
                        .record(Requester.system(), List.of(new JournalEvent.Decision("test", "object " + i, "")));
            }
        }
    }

    private CommandLineRun.Result run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return new CommandLineRun().run(all);
    }

    private Path journalFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            return files.filter(file -> !file.getFileName().toString().equals("lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @DisplayName("verify finds nothing wrong, and changes nothing")
    void sound() {
        for (int i = 0; i < 2; i++) {
            var result = run("verify");
            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
            assertThat(result.out()).startsWith("Nothing is wrong: 5 records");
        }
    }

    @Test
    @DisplayName("verify names the first thing that is wrong, with exit code 1")
    void damaged() throws IOException {
        Path file = journalFile();
        Files.writeString(file, Files.readString(file).replace("object 2", "object X"));
        var result = run("verify");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("The first thing that is wrong: ")
                .contains(file.getFileName().toString(), "./chancery rebuild --data " + data)
                .doesNotContain("Exception");

        var rebuilt = run("rebuild");
        assertThat(rebuilt.code()).isEqualTo(1);
        assertThat(rebuilt.err()).contains("The journal is damaged, so the database was left as it is");
    }

    @Test
    @DisplayName("rebuild makes a lost database anew")
    void rebuild() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("db"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        var missing = run("verify");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no database");

        var result = run("rebuild");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("anew from 5 records", "./chancery verify --data " + data);
        assertThat(run("verify").code()).isZero();
    }

    @Test
    @DisplayName("both refuse while the server runs")
    void running() {
        try (Storage storage = open(data)) {
            for (String command : List.of("verify", "rebuild")) {
                var result = run(command);
                assertThat(result.code()).isEqualTo(1);
                assertThat(result.err())
                        .contains("in use by process " + ProcessHandle.current().pid());
            }
            assertThat(storage.replayed()).isZero();
        }
    }

    @Test
    @DisplayName("both need a data directory and its passphrase, and make neither")
    void missing() throws IOException {
        Path nowhere = data.resolve("nowhere");
        var result = new CommandLineRun().run("verify", "--data", nowhere.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("There is no journal in " + nowhere);
        assertThat(nowhere).doesNotExist();

        Files.delete(data.resolve("keys/passphrase"));
        assertThat(run("verify").err()).contains("There is no passphrase", "CHANCERY_PASSPHRASE");
        assertThat(run("rebuild").err()).contains("--passphrase-lost");
        assertThat(run("rebuild", "--passphrase-lost").code()).isZero();
        assertThat(new CommandLineRun()
                        .environment("CHANCERY_PASSPHRASE", PASSPHRASE)
                        .run("verify", "--data", data.toString())
                        .code())
                .isZero();
    }
}
