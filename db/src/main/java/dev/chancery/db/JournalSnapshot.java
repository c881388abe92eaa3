package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The journal of a running server up to one of its records, read beside the writer and without its help: what is flushed
 * is never changed.
 *
 * @param directory the one with the segments
 * @param last a record that was acknowledged, and the last of its entry
 * @param hash of that record, as the server knows it
 */
public record JournalSnapshot(Path directory, long last, Der hash) {
    /**
     * Walks the chain up to the last record, then hands over every file.
     *
     * @throws JournalCorruptException when the chain is broken, or leads to another record; nothing was handed over
     */
    public void copy(JournalCopy copy, Progress checked) throws IOException {
        check(checked);
        new JournalFiles(directory, new RecordReader(Seal.lost())).copy(last, copy);
    }

    private void check(Progress checked) throws IOException {
        Der previous = JournalHead.BEGINNING.hash();
        try (JournalLines lines = new JournalLines(directory)) {
            for (long sequence = 1; sequence <= last; sequence++) {
                byte[] line = lines.next();
                if (line == null) {
                    throw new JournalCorruptException(
                            directory, "record " + sequence + " is missing, but the server has written " + last);
                }
                Der before = previous;
                long expected = sequence;
                boolean follows = RecordLine.link(line)
                        .filter(link ->
                                link.sequence() == expected && link.previous().equals(before))
                        .isPresent();
                if (!follows) {
                    throw lines.corrupt("record " + sequence + " should stand here and continue the chain");
                }
                previous = Der.ofOwned(line).sha256();
                checked.at(sequence, last);
            }
        }
        if (!previous.equals(hash)) {
            throw new JournalCorruptException(
                    directory, "record " + last + " is not the one that the server has written: it was changed");
        }
    }
}
