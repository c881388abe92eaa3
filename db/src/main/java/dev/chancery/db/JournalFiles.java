package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads records back, checking the chain between those it reads. */
final class JournalFiles {
    private static final int LANDMARK_EVERY = 1024;

    private final Path directory;
    private final RecordReader records;

    /** Where some of the records begin in their segments, noted in passing, so that a page is not searched from afar. */
    private final ConcurrentSkipListMap<Long, Long> landmarks = new ConcurrentSkipListMap<>();

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

    /** At the line of a record. One record is one line: to skip records is to skip lines. */
    private LineReader openAt(Segment segment, long sequence) throws IOException {
        Map.Entry<Long, Long> landmark = landmarks.floorEntry(sequence);
        boolean known = landmark != null && landmark.getKey() >= segment.first();
        long at = known ? landmark.getKey() : segment.first();
        LineReader lines = new LineReader(segment.open(), known ? landmark.getValue() : 0, at - segment.first());
        while (at < sequence && lines.skip()) {
            at++;
            if (at % LANDMARK_EVERY == 0) {
                landmarks.put(at, lines.offset());
            }
        }
        return lines;
    }

    /** Hands over whole segments, the last one up to the record {@code to}. */
    void copy(long to, JournalCopy copy) throws IOException {
        List<Segment> segments = Segment.list(directory).stream()
                .filter(one -> one.first() <= to)
                .toList();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i + 1 < segments.size()) {
                copyWhole(segment, copy);
            } else {
                copy(segment, lengthTo(segment, to), copy);
            }
        }
    }

    /** It may be compressed, and the plain file removed, before it is open. */
    private static void copyWhole(Segment segment, JournalCopy copy) throws IOException {
        try (InputStream content = new FileInputStream(segment.file().toFile())) {
            long length = Files.size(segment.file());
            copy.segment(segment.file().getFileName().toString(), length, content);
        } catch (FileNotFoundException | NoSuchFileException e) {
            if (segment.compressed() || !Files.exists(segment.toCompress().file())) {
                throw e;
            }
            copyWhole(segment.toCompress(), copy);
        }
    }

    private static void copy(Segment segment, long length, JournalCopy copy) throws IOException {
        try (InputStream content =
                new LimitedInput(new FileInputStream(segment.file().toFile()), length)) {
            copy.segment(segment.file().getFileName().toString(), length, content);
        }
    }

    private long lengthTo(Segment segment, long sequence) throws IOException {
        try (LineReader lines = openAt(segment, sequence + 1)) {
            return lines.offset();
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
            try (LineReader lines = openAt(segment, next)) {
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
