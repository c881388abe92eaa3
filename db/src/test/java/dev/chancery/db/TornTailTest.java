package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.Decision;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that was being written when the process ended was never acknowledged; it goes, and nothing else does. */
@DisplayName("A journal whose end was torn")
class TornTailTest {
    private static final Decision DECISION = new Decision("sign-in", "alice", "with \"quotes\", üm and \n");

    @TempDir
    Path directory;

    private long whole;

    /** Three whole records; the database is gone, since a crash can take its last commits with it. */
    @BeforeEach
    void write() throws IOException {
        try (Storage storage = Stores.open(directory)) {
            Stores.record(
                    storage,
                    EveryEvent.inOrder().get(0),
                    DECISION,
                    Samples.certificate("4f01").issued());
            whole = Files.size(Stores.tail(directory));
        }
    }

    private void append(JournalEvent... entry) throws IOException {
        try (Storage storage = Stores.open(directory)) {
            Stores.record(storage, entry);
        }
        Stores.delete(directory.resolve("db"));
    }

    private void cutTo(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(Stores.tail(directory), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    @Test
    @DisplayName("keeps the records before, wherever in the last line it was torn")
    void everyOctetOfTheLine() throws IOException {
        append(DECISION);
        for (long length = Files.size(Stores.tail(directory)) - 1; length >= whole; length--) {
            cutTo(length);
            JournalState state = Stores.check(directory, 0);
            assertThat(state.head().sequence()).as("cut to %d octets", length).isEqualTo(3);
            assertThat(state.tailLength()).isEqualTo(whole);
            assertThat(state.torn()).isEqualTo(length - whole);
        }
    }

    @Test
    @DisplayName("drops the whole entry, wherever in its three lines it was torn")
    void everyOctetOfTheEntry() throws IOException {
        append(DECISION, Samples.certificate("4f02").issued(), DECISION);
        long full = Files.size(Stores.tail(directory));
        assertThat(Stores.check(directory, 0).head().sequence()).isEqualTo(6);
        for (long length = full - 1; length >= whole; length--) {
            cutTo(length);
            assertThat(Stores.check(directory, 0).head().sequence())
                    .as("cut to %d octets", length)
                    .isEqualTo(3);
        }
    }

    @Test
    @DisplayName("goes on where the whole records end")
    void goesOn() throws IOException {
        append(DECISION);
        cutTo(whole + 100);
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().lastSequence()).isEqualTo(3);
            assertThat(Files.size(Stores.tail(directory))).isEqualTo(whole);
            assertThat(Stores.record(storage, DECISION)).isEqualTo(4);
        }
        assertThat(Stores.check(directory, 0).head().sequence()).isEqualTo(4);
    }

    @Test
    @DisplayName("drops a last line that has its length and its newline, but holes where octets should be")
    void holes() throws IOException {
        append(DECISION);
        try (RandomAccessFile file = new RandomAccessFile(Stores.tail(directory).toFile(), "rw")) {
            file.seek(whole + 30);
            file.write(new byte[40]);
        }
        assertThat(Stores.check(directory, 0).head().sequence()).isEqualTo(3);
    }

    @Test
    @DisplayName("keeps the segment before when all of a new segment was torn")
    void newSegment() throws IOException {
        try (Storage storage = Storage.open(Stores.small(directory), Stores.environment())) {
            while (Segment.list(directory.resolve("journal")).size() == 1) {
                Stores.record(storage, DECISION);
            }
        }
        long last = Stores.check(directory, 0).head().sequence();
        Stores.delete(directory.resolve("db"));
        for (long length : new long[] {50, 0}) {
            cutTo(length);
            assertThat(Stores.check(directory, 0).head().sequence()).isEqualTo(last - 1);
        }
        try (Storage storage = Storage.open(Stores.small(directory), Stores.environment())) {
            assertThat(Stores.record(storage, DECISION)).isEqualTo(last);
            assertThat(Stores.records(storage)).hasSize((int) last);
        }
    }
}
