package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Walks the whole chain and finds where it ends. Every line must follow the one before it; only at the very end an entry
 * may be incomplete, since a crash can tear what was never acknowledged. It changes nothing.
 */
final class ChainCheck {
    private final Path directory;
    private final RecordReader reader;
    private final long mark;
    private final LongConsumer progress;
    private @Nullable Der markHash;

    /** The end of an entry: the place to which the journal is whole. */
    private record End(
            long sequence, Der hash, long length, @Nullable Der line) {}

    private End whole = new End(0, JournalHead.BEGINNING.hash(), 0, null);
    private End wholeBeforeLastLine = whole;
    private long sequence;
    private Der hash = JournalHead.BEGINNING.hash();
    private byte @Nullable [] lastLine;
    private long lastLineNumber;

    /**
     * @param mark a record whose hash the caller wants to know
     * @param progress is told the sequence of each segment's end
     */
    ChainCheck(Path directory, RecordReader reader, long mark, LongConsumer progress) {
        this.directory = directory;
        this.reader = reader;
        this.mark = mark;
        this.progress = progress;
    }

    /** @throws JournalCorruptException naming the file, the line and what is wrong with it */
    JournalState run() throws IOException {
        List<Segment> segments = Segment.list(directory);
        for (int i = 0; i < segments.size(); i++) {
            check(segments.get(i), i == segments.size() - 1);
            progress.accept(sequence);
        }
        if (segments.isEmpty()) {
            return new JournalState(JournalHead.BEGINNING, Optional.empty(), 0, 0, Optional.empty());
        }
        Segment tail = segments.get(segments.size() - 1);
        JournalHead head = head(tail);
        long length = head.sequence() < tail.first() ? 0 : whole.length();
        return new JournalState(
                head,
                Optional.of(tail),
                length,
                Files.size(tail.file()) - length,
                Optional.ofNullable(markHash).filter(found -> mark <= head.sequence()));
    }

    private void check(Segment segment, boolean last) throws IOException {
        if (segment.first() != sequence + 1) {
            throw new JournalCorruptException(
                    segment.file(),
                    "record " + (sequence + 1) + " should stand at its beginning, but its name says " + segment.first()
                            + ": a segment of the journal is missing; bring it back from a backup");
        }
        try (LineReader lines = new LineReader(segment.file())) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                boolean atEnd = last && lines.offset() == Files.size(segment.file());
                if (!lines.terminated() && atEnd || !follows(segment, lines, line, atEnd)) {
                    return;
                }
            }
        }
        if (!last && whole.sequence() != sequence) {
            throw new JournalCorruptException(
                    segment.file(), "its last entry is incomplete, and another segment follows");
        }
    }

    /** False for a line at the very end that is no record: torn. */
    private boolean follows(Segment segment, LineReader lines, byte[] line, boolean atEnd) {
        Optional<RecordLine.Link> link = RecordLine.link(line);
        if (link.isEmpty() && atEnd && !isJson(line)) {
            return false;
        }
        RecordLine.Link found = link.filter(present -> lines.terminated())
                .orElseThrow(() -> new JournalCorruptException(
                        segment.file(), lines.number(), "this is no whole record of the journal"));
        String problem = problem(found, lines.number());
        if (!problem.isEmpty()) {
            throw new JournalCorruptException(segment.file(), lines.number(), problem);
        }
        sequence = found.sequence();
        hash = Der.ofOwned(line).sha256();
        lastLine = line;
        lastLineNumber = lines.number();
        if (sequence == mark) {
            markHash = hash;
        }
        wholeBeforeLastLine = whole;
        if (!found.more()) {
            whole = new End(sequence, hash, lines.offset(), Der.ofOwned(line));
        }
        return true;
    }

    private String problem(RecordLine.Link link, long line) {
        if (link.sequence() != sequence + 1) {
            return "record " + (sequence + 1) + " should stand here, not " + link.sequence()
                    + ": a line was removed, added or changed";
        }
        if (!link.previous().equals(hash)) {
            return "record " + link.sequence() + " says that the record before it has the hash "
                    + link.previous().hex() + ", but that one has " + hash.hex() + ": "
                    + (line > 1 ? "line " + (line - 1) : "the end of the segment before")
                    + " or this line was changed";
        }
        return "";
    }

    /** Reads the last record as a whole; one that is no JSON was torn, although its end looks right. */
    private JournalHead head(Segment tail) {
        if (lastLine != null && sequence >= tail.first() && !isJson(lastLine)) {
            whole = wholeBeforeLastLine;
        }
        Der line = whole.line();
        if (line == null) {
            return JournalHead.BEGINNING;
        }
        try {
            JournalRecord record = reader.read(line.unsafeOctets());
            return new JournalHead(whole.sequence(), record.time(), whole.hash());
        } catch (RuntimeException e) {
            throw new JournalCorruptException(
                    tail.file(), lastLineNumber, "record " + whole.sequence() + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isJson(byte[] line) {
        try {
            Fields.parse(line);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }
}
