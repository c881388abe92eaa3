package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.journal.JournalEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rebuild")
class RebuildTest {
    @TempDir
    Path base;

    private Path filled() {
        Path directory = base.resolve("data");
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                Stores.record(storage, event);
            }
        }
        return directory;
    }

    private static Rebuilt rebuild(Path directory, Seal seal, Progress progress) {
        return Storage.rebuild(StorageSettings.in(directory), seal, Clock.systemUTC(), progress);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("makes the very tables that live writing made, whatever happened")
    void sameTables(long seed) throws Exception {
        Path directory = base.resolve("data");
        Path live = base.resolve("live");
        try (Storage storage = Stores.open(directory)) {
            new RandomHistory(seed).play(storage, 2_500);
            assertThat(storage.journal().lastSequence()).isGreaterThan(1_000);
        }
        Stores.copy(directory, live);
        rebuild(directory, Stores.seal(), Progress.silent());
        assertThat(Stores.difference(live, directory)).isEmpty();
    }

    @Test
    @DisplayName("says how far it has come, keeps the old database beside, and is undone by nothing")
    void progress() throws Exception {
        Path directory = filled();
        long events = EveryEvent.inOrder().size();
        List<Long> done = new ArrayList<>();
        Rebuilt rebuilt = rebuild(directory, Stores.seal(), (at, total) -> {
            assertThat(total).isEqualTo(events);
            done.add(at);
        });
        assertThat(rebuilt).isEqualTo(new Rebuilt(events, List.of()));
        assertThat(done).endsWith(events);
        try (Stream<Path> entries = Files.list(directory.resolve("db"))) {
            assertThat(entries.filter(Files::isDirectory))
                    .singleElement()
                    .satisfies(
                            aside -> assertThat(aside.getFileName().toString()).startsWith("replaced-"));
        }
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isZero();
        }
    }

    @Test
    @DisplayName("keeps an account without its password and tokens when the passphrase is another one, and says so")
    void otherPassphrase() {
        Path directory = filled();
        for (Seal seal : List.of(Seal.lost(), Seal.of("another one".toCharArray(), new SecureRandom()))) {
            assertThat(rebuild(directory, seal, Progress.silent()).accountsWithoutSecrets())
                    .containsExactly("alice");
            try (Storage storage = Stores.open(directory)) {
                Account alice = storage.accounts().find("alice").orElseThrow();
                assertThat(alice.passwordHash()).isEmpty();
                assertThat(alice.mustChangePassword()).isTrue();
                assertThat(alice.tokens()).isEmpty();
                assertThat(alice.roles()).isEqualTo(EveryEvent.account("alice").roles());
                assertThat(storage.accounts().find("bob").orElseThrow().mustChangePassword())
                        .isFalse();
            }
        }
        assertThat(rebuild(directory, Stores.seal(), Progress.silent()).accountsWithoutSecrets())
                .isEmpty();
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.accounts().find("alice")).contains(EveryEvent.account("alice"));
        }
    }

    @Test
    @DisplayName("is the way out when the journal is right and the database is another's")
    void otherDatabase() throws Exception {
        Path directory = filled();
        List<String> lines = Files.readAllLines(Stores.tail(directory));
        Files.writeString(Stores.tail(directory), String.join("\n", lines.subList(0, 10)) + "\n");
        assertThat(rebuild(directory, Stores.seal(), Progress.silent()).records())
                .isEqualTo(10);
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().lastSequence()).isEqualTo(10);
        }
    }
}
