package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 does not notice a bit that flips within a row; a server must. */
@DisplayName("A database file")
class FileSealTest {
    @TempDir
    Path base;

    private Path directory;
    private Path file;
    private Path seal;

    @BeforeEach
    void write() {
        directory = base.resolve("data");
        file = directory.resolve("db/chancery.mv.db");
        seal = directory.resolve("db/chancery.seal");
        try (Storage storage = Stores.open(directory)) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            assertThat(seal).as("while it is open").doesNotExist();
        }
        assertThat(seal).as("when it is closed").exists();
    }

    private void openedAgain(long replayed) {
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isEqualTo(replayed);
            assertThat(storage.ledger().find(Samples.certificate("4f01").serial()))
                    .map(found -> found.certificate().der())
                    .contains(Samples.certificate("4f01").encoded().der());
        }
    }

    @Test
    @DisplayName("that nobody touched is opened as it is")
    void untouched() {
        openedAgain(0);
    }

    @Test
    @DisplayName("in which any one bit has flipped is made again from the journal")
    void flipped() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            byte[] content = Files.readAllBytes(file);
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, content);
            openedAgain(1);
        }
    }

    @Test
    @DisplayName("that is gone although it was sealed is made again")
    void gone() throws IOException {
        Files.delete(file);
        openedAgain(1);
    }

    @Test
    @DisplayName("whose seal was damaged is made again, and one without a seal, as after a kill, is opened")
    void noSeal() throws IOException {
        Files.writeString(seal, "?");
        openedAgain(1);
        Files.delete(seal);
        openedAgain(0);
    }
}
