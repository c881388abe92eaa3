package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was acknowledged cannot be changed, removed or added to without being noticed at the next start. */
@DisplayName("A journal that was tampered with or damaged")
class DamagedJournalTest {
    @TempDir
    Path directory;

    private long records;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                records = Stores.record(storage, event);
            }
        }
        file = Stores.tail(directory);
    }

    private void startIsRefused(String... words) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Stores.open(directory))
                .isInstanceOf(JournalCorruptException.class)
                .message()
                .contains(words);
        assertThat(Files.readAllBytes(file)).as("the journal is left as it was").isEqualTo(before);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    @DisplayName("is noticed wherever one bit is flipped")
    void everyFlippedBit() throws IOException {
        byte[] good = Files.readAllBytes(file);
        JournalState expected = Stores.check(directory, records);
        // A prime step meets every place of a line sooner or later; the last line is the hardest, so all of it.
        for (int i = 0; i < good.length; i += i < good.length - 300 ? 7 : 1) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);
            Files.write(file, bad);
            assertThat(accepted(expected))
                    .as("octet %d of %d flipped", i, good.length)
                    .isFalse();
        }
    }

    /** As the start does it: the chain is checked, and must hold the record that the database has seen. */
    private boolean accepted(JournalState expected) throws IOException {
        try {
            JournalState found = Stores.check(directory, records);
            return found.head().sequence() == records
                    && found.markHash().equals(Optional.of(expected.head().hash()));
        } catch (JournalCorruptException e) {
            assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("line ");
            return false;
        }
    }

    @Test
    @DisplayName("stops the start and names file, line and what is wrong")
    void flippedBitStopsStart() throws IOException {
        byte[] bad = Files.readAllBytes(file);
        int inLineTwo = String.join("\n", lines().subList(0, 1)).length() + 200;
        bad[inLineTwo] ^= 1;
        Files.write(file, bad);
        startIsRefused(file.toString(), "line 3", "line 2 or this line was changed");
    }

    @Test
    @DisplayName("stops the start when a line is gone")
    void removedLine() throws IOException {
        List<String> lines = lines();
        lines.remove(4);
        write(lines);
        startIsRefused("line 5", "record 5 should stand here, not 6");
    }

    @Test
    @DisplayName("stops the start when two lines are swapped")
    void swappedLines() throws IOException {
        List<String> lines = lines();
        Collections.swap(lines, 4, 5);
        write(lines);
        startIsRefused("line 5", "record 5 should stand here, not 6");
    }

    @Test
    @DisplayName("stops the start when a line is put between")
    void addedLine() throws IOException {
        List<String> lines = lines();
        lines.add(4, "{\"hello\":1}");
        write(lines);
        startIsRefused("line 5", "no whole record");
    }

    @Test
    @DisplayName("stops the start when its last records are gone, which the database has seen")
    void shortened() throws IOException {
        List<String> lines = lines();
        write(lines.subList(0, lines.size() - 2));
        startIsRefused("has seen record " + records, "ends with record " + (records - 2), "chancery rebuild");
    }

    @Test
    @DisplayName("stops the start when its last record was changed, which the database has seen")
    void lastChanged() throws IOException {
        List<String> lines = lines();
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).replace("server-started", "server-stopped"));
        write(lines);
        startIsRefused("record " + records + " is not the one that the database has seen", "chancery rebuild");
    }

    @Test
    @DisplayName("stops the start when a whole segment is missing")
    void missingSegment() throws IOException {
        Files.move(file, file.resolveSibling("000000000007.jsonl"));
        file = file.resolveSibling("000000000007.jsonl");
        startIsRefused("a segment of the journal is missing");
    }

    @Test
    @DisplayName("stops the start when a file that is no segment calls itself one")
    void foreignFile() throws IOException {
        Files.writeString(file.resolveSibling("notes.jsonl"), "{}\n");
        startIsRefused("notes.jsonl", "no segment");
    }

    @Test
    @DisplayName("stops the start when a newer version wrote into it, instead of cutting that off")
    void unknownType() throws IOException {
        try (Storage storage = Stores.open(directory)) {
            Stores.record(storage, Samples.request(9));
        }
        List<String> lines = lines();
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).replace("request-submitted", "request-reopened"));
        write(lines);
        Stores.delete(directory.resolve("db"));
        startIsRefused("unknown type \"request-reopened\"", "newer");
    }

    @Test
    @DisplayName("stops the start with an empty directory, when the database has seen more")
    void emptied() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> Stores.open(directory))
                .isInstanceOf(JournalCorruptException.class)
                .hasMessageContaining("the journal ends with record 0");
    }
}
