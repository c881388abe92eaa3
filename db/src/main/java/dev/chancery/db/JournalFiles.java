package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads records back, checking the chain between those it reads. */
final class JournalFiles {
    private final Path directory;
    private final RecordReader records;

    JournalFiles(Path directory, RecordReader records) {
        this.directory = directory;
        this.records = records;
    }

    /** The records from {@code from} to {@code to}, both included, in order. */
    void read(long from, long to, Consumer<JournalRecord> reader) {
        long first = Math.max(1, from);
        if (first > to) {
            return;
        }
        try {
            List<Segment> segments = Segment.list(directory);
            Reading reading = new Reading(first, to, reader);
            for (int i = 0; i < segments.size() && reading.next <= to; i++) {
                boolean before = i + 1 < segments.size() && segments.get(i + 1).first() <= first;
                if (!before) {
                    reading.through(segments.get(i));
                }
            }
        } catch (IOException e) {
            throw new StorageException("the journal in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One pass over the segments. */
    private final class Reading {
        private final long to;
        private final Consumer<JournalRecord> reader;
        private long next;
        private @Nullable Der previous;

        Reading(long from, long to, Consumer<JournalRecord> reader) {
            this.next = from;
            this.to = to;
            this.reader = reader;
        }

        void through(Segment segment) throws IOException {
            try (LineReader lines = new LineReader(segment.file())) {
                // One record a line: to skip records is to skip lines.
                for (long skipped = segment.first(); skipped < next; skipped++) {
                    if (!lines.skip()) {
                        return;
                    }
                }
                byte[] line = next <= to ? lines.next() : null;
                while (line != null) {
                    hand(segment, lines.number(), line);
                    line = next <= to ? lines.next() : null;
                }
            }
        }

        private void hand(Segment segment, long number, byte[] line) {
            JournalRecord record;
            try {
                record = records.read(line);
            } catch (RuntimeException e) {
                throw new JournalCorruptException(
                        segment.file(), number, "record " + next + " cannot be read: " + e.getMessage());
            }
            if (record.sequence() != next || previous != null && !previous.equals(record.previous())) {
                throw new JournalCorruptException(
                        segment.file(), number, "record " + next + " should stand here and continue the chain");
            }
            previous = record.hash();
            next++;
            reader.accept(record);
        }
    }
}
