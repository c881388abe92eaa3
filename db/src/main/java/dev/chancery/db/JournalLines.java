package dev.chancery.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lines of all segments, one after the other, unjudged. */
final class JournalLines implements AutoCloseable {
    private final Deque<Segment> segments;
    private @Nullable LineReader lines;
    private @Nullable Segment current;

    JournalLines(Path directory) throws IOException {
        this.segments = new ArrayDeque<>(Segment.list(directory));
    }

    /** Null at the end. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            LineReader reading = lines;
            byte[] line = reading == null ? null : reading.next();
            if (line != null) {
                return line;
            }
            Segment following = segments.poll();
            if (following == null) {
                return null;
            }
            close();
            current = following;
            lines = new LineReader(following);
        }
    }

    /** Where the last line stands, for messages. */
    JournalCorruptException corrupt(String problem) {
        Segment segment = current;
        LineReader reading = lines;
        if (segment == null || reading == null) {
            throw new IllegalStateException("nothing was read");
        }
        return new JournalCorruptException(segment.file(), reading.number(), problem);
    }

    @Override
    public void close() throws IOException {
        LineReader reading = lines;
        if (reading != null) {
            reading.close();
        }
    }
}
