package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Checks the whole chain and finds where it ends: segments each for itself, on all cores, then whether each continues the
 * one before. It changes nothing.
 */
final class ChainCheck {
    private final Path directory;
    private final RecordReader reader;
    private final long mark;
    private final LongConsumer progress;
    private final Depth depth;

    private SegmentPart.Line last = new SegmentPart.Line(0, JournalHead.BEGINNING.hash(), 0);
    private Optional<Der> markHash = Optional.empty();

    /** How much is looked at. */
    enum Depth {
        /** Every line. */
        LINES,
        /** Compressed segments by the SHA-256 that they say they have, all others by their lines. */
        PACKED_AS_A_WHOLE
    }

    /**
     * @param mark a record whose hash the caller wants to know
     * @param progress is told the sequence of each segment's end
     */
    ChainCheck(Path directory, RecordReader reader, long mark, LongConsumer progress, Depth depth) {
        this.directory = directory;
        this.reader = reader;
        this.mark = mark;
        this.progress = progress;
        this.depth = depth;
    }

    /** @throws JournalCorruptException naming the file, the line and what is wrong with it */
    JournalState run() throws IOException {
        List<Segment> segments = Segment.list(directory);
        if (segments.isEmpty()) {
            return new JournalState(JournalHead.BEGINNING, Optional.empty(), 0, 0, Optional.empty());
        }
        List<Optional<SegmentPart>> parts = parts(segments);
        Segment tail = segments.get(segments.size() - 1);
        Optional<SegmentPart.Entry> inTail = parts.get(parts.size() - 1).flatMap(SegmentPart::whole);
        if (tail.compressed()) {
            // Nothing can be appended to it, so the next record begins a segment.
            JournalHead head = head(tail);
            return new JournalState(head, Optional.empty(), 0, 0, markHash);
        }
        JournalHead head = inTail.isPresent()
                ? head(tail, inTail.get())
                : segments.size() > 1 ? head(segments.get(segments.size() - 2)) : JournalHead.BEGINNING;
        long length = inTail.map(SegmentPart.Entry::length).orElse(0L);
        return new JournalState(
                head,
                Optional.of(tail),
                length,
                Files.size(tail.file()) - length,
                markHash.filter(found -> mark <= head.sequence()));
    }

    private List<Optional<SegmentPart>> parts(List<Segment> segments) throws IOException {
        int threads = Math.min(segments.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "journal-check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Optional<SegmentPart>>> checks = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                boolean tail = i == segments.size() - 1 && !segment.compressed();
                checks.add(workers.submit(() -> check(segment, tail)));
            }
            List<Optional<SegmentPart>> parts = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                parts.add(attach(segments.get(i), checks.get(i)));
            }
            return parts;
        } finally {
            workers.shutdownNow();
        }
    }

    private Optional<SegmentPart> check(Segment segment, boolean tail) throws IOException {
        if (!segment.compressed()) {
            return new SegmentCheck(segment, tail, mark).run();
        }
        Optional<PackedSegment> packed =
                PackedSegment.read(segment.file()).filter(found -> depth == Depth.PACKED_AS_A_WHOLE);
        boolean intact = packed.isPresent() && packed.get().matches(segment.file());
        if (intact && !packed.get().holds(mark)) {
            return Optional.of(packed.get().part(mark));
        }
        Optional<SegmentPart> part = new SegmentCheck(segment, tail, mark).run();
        if (packed.isPresent() && !intact) {
            throw new JournalCorruptException(
                    segment.file(),
                    "its octets have not the SHA-256 that it says, although its lines are whole; bring it back from a"
                            + " backup, or unpack it with gunzip if you know why it was changed");
        }
        return part;
    }

    private Optional<SegmentPart> attach(Segment segment, Future<Optional<SegmentPart>> check) throws IOException {
        if (segment.first() != last.sequence() + 1) {
            throw new JournalCorruptException(
                    segment.file(),
                    "record " + (last.sequence() + 1) + " should stand at its beginning, but its name says "
                            + segment.first() + ": a segment of the journal is missing; bring it back from a backup");
        }
        Optional<SegmentPart> found = result(check);
        if (found.isPresent()) {
            SegmentPart part = found.get();
            if (!part.previous().equals(last.hash())) {
                throw new JournalCorruptException(
                        segment.file(),
                        1,
                        SegmentCheck.broken(
                                segment.first(), part.previous(), last.hash(), "the end of the segment before"));
            }
            last = part.last();
            markHash = part.mark().or(() -> markHash);
        }
        progress.accept(last.sequence());
        return found;
    }

    private static Optional<SegmentPart> result(Future<Optional<SegmentPart>> check) throws IOException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof JournalCorruptException corrupt) {
                throw corrupt;
            }
            throw new IllegalStateException("the journal could not be checked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the check of the journal was interrupted", e);
        }
    }

    /** The end of a closed segment, whose last record is read for its time. */
    private JournalHead head(Segment closed) throws IOException {
        SegmentPart part = new SegmentCheck(closed, false, mark).run().orElseThrow();
        return head(closed, part.whole().orElseThrow());
    }

    private JournalHead head(Segment segment, SegmentPart.Entry end) {
        Der line = end.line().orElseThrow();
        try {
            JournalRecord record = reader.read(line.unsafeOctets());
            return new JournalHead(end.sequence(), record.time(), end.hash());
        } catch (RuntimeException e) {
            throw new JournalCorruptException(
                    segment.file(), end.number(), "record " + end.sequence() + " cannot be read: " + e.getMessage());
        }
    }
}
