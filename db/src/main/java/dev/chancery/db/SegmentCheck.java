package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Walks the chain through one segment. Every line must follow the one before it; only at the very end of the journal an
 * entry may be incomplete, since a crash can tear what was never acknowledged.
 */
final class SegmentCheck {
    private final Segment segment;
    private final boolean tail;
    private final long mark;
    private long sequence;
    private @Nullable Der previous;
    private @Nullable Der hash;
    private long number;
    private Optional<SegmentPart.Entry> whole = Optional.empty();
    private Optional<SegmentPart.Entry> wholeBeforeLastLine = Optional.empty();
    private byte @Nullable [] lastLine;
    private Optional<Der> markHash = Optional.empty();

    /**
     * @param tail whether it is the journal's last one
     * @param mark a record whose hash the caller wants to know
     */
    SegmentCheck(Segment segment, boolean tail, long mark) {
        this.segment = segment;
        this.tail = tail;
        this.mark = mark;
        this.sequence = segment.first() - 1;
    }

    /**
     * @return empty when there is no whole line
     * @throws JournalCorruptException naming the file, the line and what is wrong with it
     */
    Optional<SegmentPart> run() throws IOException {
        try (LineReader lines = new LineReader(segment)) {
            boolean follows = true;
            for (byte[] line = lines.next(); line != null && follows; line = lines.next()) {
                boolean atEnd = tail && lines.offset() == Files.size(segment.file());
                follows = (lines.terminated() || !atEnd) && follows(lines, line, atEnd);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new JournalCorruptException(
                    segment.file(), number + 1, "the compressed file is damaged: " + e.getMessage());
        }
        if (!tail && whole.filter(end -> end.sequence() == sequence).isEmpty()) {
            throw new JournalCorruptException(
                    segment.file(), "its last entry is incomplete, and another segment follows");
        }
        return part();
    }

    /** False for a line at the very end that is no record: torn. */
    private boolean follows(LineReader lines, byte[] line, boolean atEnd) {
        Optional<RecordLine.Link> link = RecordLine.link(line);
        if (link.isEmpty() && atEnd && !isJson(line)) {
            return false;
        }
        RecordLine.Link found = link.filter(present -> lines.terminated())
                .orElseThrow(() -> new JournalCorruptException(
                        segment.file(), lines.number(), "this is no whole record of the journal"));
        problem(found, lines.number()).ifPresent(problem -> {
            throw new JournalCorruptException(segment.file(), lines.number(), problem);
        });
        if (previous == null) {
            previous = found.previous();
        }
        sequence = found.sequence();
        Der hashed = Der.ofOwned(line).sha256();
        hash = hashed;
        lastLine = line;
        number = lines.number();
        if (sequence == mark) {
            markHash = Optional.of(hashed);
        }
        wholeBeforeLastLine = whole;
        if (!found.more()) {
            whole = Optional.of(
                    new SegmentPart.Entry(sequence, hashed, number, lines.offset(), Optional.of(Der.ofOwned(line))));
        }
        return true;
    }

    private Optional<String> problem(RecordLine.Link link, long line) {
        if (link.sequence() != sequence + 1) {
            return Optional.of("record " + (sequence + 1) + " should stand here, not " + link.sequence()
                    + ": a line was removed, added or changed");
        }
        Der before = hash;
        return before == null || link.previous().equals(before)
                ? Optional.empty()
                : Optional.of(broken(link.sequence(), link.previous(), before, "line " + (line - 1)));
    }

    static String broken(long sequence, Der said, Der found, String before) {
        return "record " + sequence + " says that the record before it has the hash " + said.hex()
                + ", but that one has " + found.hex() + ": " + before + " or this line was changed";
    }

    /** The last line of all is read as a whole: one that is no JSON was torn, although its end looks right. */
    private Optional<SegmentPart> part() {
        Der first = previous;
        Der last = hash;
        if (first == null || last == null || lastLine == null) {
            return Optional.empty();
        }
        return Optional.of(new SegmentPart(
                first,
                new SegmentPart.Line(sequence, last, number),
                tail && !isJson(lastLine) ? wholeBeforeLastLine : whole,
                markHash));
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
