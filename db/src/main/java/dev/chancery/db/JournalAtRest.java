package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A journal's files that nobody writes: what a restore holds against another journal. It changes nothing. */
public final class JournalAtRest {
    private final Path directory;
    private final RecordReader records = new RecordReader(Seal.lost());

    /** @param directory the one with the segments; it may be missing, and is then an empty journal */
    public JournalAtRest(Path directory) {
        this.directory = directory;
    }

    /** The last record; its sequence is 0 where there is none. */
    public record End(long sequence, Instant time, Der hash) {}

    /**
     * Walks the whole chain.
     *
     * @throws JournalCorruptException with the place where it is broken
     */
    public End end() throws IOException {
        JournalHead head = check(0).head();
        return new End(head.sequence(), head.time(), head.hash());
    }

    /** Empty when the journal ends before that record. */
    public Optional<Der> hashOf(long sequence) throws IOException {
        return check(sequence).markHash();
    }

    private JournalState check(long mark) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new JournalState(JournalHead.BEGINNING, Optional.empty(), 0, 0, Optional.empty());
        }
        return new ChainCheck(directory, records, mark, sequence -> {}, ChainCheck.Depth.LINES).run();
    }

    /** The records from {@code from} on up to {@code to}, both included. */
    public void read(long from, long to, Consumer<JournalRecord> reader) {
        new JournalFiles(directory, records).read(from, to, reader);
    }

    /** How many records, from the first one on, are the same in both. */
    public long commonWith(JournalAtRest other) throws IOException {
        long common = 0;
        try (JournalLines mine = new JournalLines(directory);
                JournalLines theirs = new JournalLines(other.directory)) {
            byte[] left = mine.next();
            byte[] right = theirs.next();
            while (left != null && right != null && Arrays.equals(left, right)) {
                common++;
                left = mine.next();
                right = theirs.next();
            }
        }
        return common;
    }
}
