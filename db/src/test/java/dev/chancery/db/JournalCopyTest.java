package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A copy of the journal")
class JournalCopyTest {
    @TempDir
    Path base;

    private Path copy(Storage storage, String name) throws IOException {
        Path directory = base.resolve(name);
        Files.createDirectories(directory.resolve("journal"));
        storage.copyJournal((file, length, content) -> {
            Path target = directory.resolve("journal").resolve(file);
            assertThat(Files.copy(content, target)).isEqualTo(length);
        });
        return directory;
    }

    @Test
    @DisplayName("is all that it takes to have everything again")
    void restores() throws Exception {
        Path directory = base.resolve("data");
        Path backup;
        try (Storage storage = Storage.open(Stores.small(directory), Stores.environment())) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                Stores.record(storage, event);
            }
            backup = copy(storage, "backup");
        }
        Stores.open(backup).close();
        assertThat(Stores.difference(directory, backup)).isEmpty();
    }

    @Test
    @DisplayName("ends with a whole record, also while others are being written")
    void underLoad() throws Exception {
        Path directory = base.resolve("data");
        AtomicBoolean stop = new AtomicBoolean();
        try (Storage storage = Storage.open(Stores.small(directory), Stores.environment())) {
            Thread writer = new Thread(() -> {
                while (!stop.get()) {
                    Stores.record(storage, new Decision("noted", "load", ""), new Decision("noted", "load", ""));
                }
            });
            writer.start();
            for (int i = 0; i < 5; i++) {
                long before = storage.journal().lastSequence();
                JournalState state = Stores.check(copy(storage, "backup" + i), 0);
                assertThat(state.torn()).isZero();
                assertThat(state.head().sequence())
                        .isGreaterThanOrEqualTo(before)
                        .isEven();
            }
            stop.set(true);
            writer.join();
        }
    }
}
