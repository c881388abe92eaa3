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
        RecordChain chain = chain();
        lines(from, to, line -> {
            JournalRecord record = chain.read(line);
            chain.follow(line, record);
            reader.accept(record);
        });
    }

    /** To read lines that {@link #lines} hands over. */
    RecordChain chain() {
        return new RecordChain(records);
    }

    /** The lines of those records, unjudged. */
    void lines(long from, long to, Consumer<StoredLine> taker) {
        long next = Math.max(1, from);
        if (next > to) {
            return;
        }
        try {
            List<Segment> segments = Segment.list(directory);
            for (int i = 0; i < segments.size() && next <= to; i++) {
                boolean before = i + 1 < segments.size() && segments.get(i + 1).first() <= next;
                if (!before) {
                    next = through(segments.get(i), next, to, taker);
                }
            }
        } catch (IOException e) {
            throw new StorageException("the journal in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @return the record that should begin the next segment */
    private long through(Segment segment, long from, long to, Consumer<StoredLine> taker) throws IOException {
        long next = from;
        try (LineReader lines = openAt(segment, next)) {
            byte[] line = next <= to ? lines.next() : null;
            while (line != null) {
                taker.accept(new StoredLine(segment, lines.number(), next, Der.ofOwned(line)));
                next++;
                line = next <= to ? lines.next() : null;
            }
        }
        return next;
    }

    /** At the line of a record. One record is one line: to skip records is to skip lines. */
    private LineReader openAt(Segment segment, long sequence) throws IOException {
        LineReader lines = near(segment, sequence);
        long at = segment.first() + lines.number();
        while (at < sequence && lines.skip()) {
            at++;
            if (at % LANDMARK_EVERY == 0) {
                landmarks.put(at, lines.offset());
            }
        }
        return lines;
    }

    /** At that line or one before it. */
    private LineReader near(Segment segment, long sequence) throws IOException {
        InputStream input = segment.open();
        if (input instanceof PackedInput packed) {
            return LineReader.passing(packed, sequence - segment.first());
        }
        Map.Entry<Long, Long> landmark = landmarks.floorEntry(sequence);
        boolean known = landmark != null && landmark.getKey() >= segment.first();
        long before = known ? landmark.getKey() - segment.first() : 0;
        return new LineReader(input, known ? landmark.getValue() : 0, before);
    }

    /** Hands over whole segments, the last one up to the record {@code to}. */
    void copy(long to, JournalCopy copy) throws IOException {
        List<Segment> segments = Segment.list(directory).stream()
                .filter(one -> one.first() <= to)
                .toList();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i + 1 < segments.size() || segment.compressed()) {
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
}
