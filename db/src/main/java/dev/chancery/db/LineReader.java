package dev.chancery.db;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a segment into lines of octets. */
final class LineReader implements Closeable {
    /** Far above any record: a line that is longer is damage, and must not exhaust the memory. */
    private static final int LONGEST_LINE = 16 << 20;

    private final InputStream input;
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private long number;
    private long offset;
    private boolean terminated = true;

    LineReader(Segment segment) throws IOException {
        this(segment.open(), 0, 0);
    }

    /**
     * Begins within the file.
     *
     * @param input from its beginning; it is closed with this
     * @param offset where a line begins
     * @param before how many lines stand before it
     */
    LineReader(InputStream input, long offset, long before) throws IOException {
        this(offset, before, input);
        try {
            input.skipNBytes(offset);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    private LineReader(long offset, long before, InputStream input) {
        this.input = input;
        this.offset = offset;
        this.number = before;
    }

    /**
     * Begins at the piece of a compressed segment that holds a record.
     *
     * @param input from its beginning; it is closed with this
     * @param before how many records stand before that one
     */
    static LineReader passing(PackedInput input, long before) throws IOException {
        try {
            input.pass(before);
        } catch (IOException e) {
            input.close();
            throw e;
        }
        return new LineReader(input.offset(), input.records(), input);
    }

    /** The next line without its newline, or null at the end of the file. */
    byte @Nullable [] next() throws IOException {
        int lineEnd = findEnd();
        return lineEnd < 0 ? null : Arrays.copyOfRange(buffer, pass(lineEnd), lineEnd);
    }

    /** Passes over the next line; false at the end of the file. */
    boolean skip() throws IOException {
        int lineEnd = findEnd();
        if (lineEnd >= 0) {
            pass(lineEnd);
        }
        return lineEnd >= 0;
    }

    /** Where the next line ends in the buffer, or -1 when there is none. */
    private int findEnd() throws IOException {
        int searched = start;
        while (true) {
            int newline = indexOfNewline(searched);
            if (newline >= 0) {
                terminated = true;
                return newline;
            }
            int unread = end - start;
            if (!fill()) {
                terminated = unread == 0;
                return unread == 0 ? -1 : end;
            }
            searched = start + unread;
        }
    }

    /** @return where the line began */
    private int pass(int lineEnd) {
        int lineStart = start;
        start = terminated ? lineEnd + 1 : lineEnd;
        offset += start - lineStart;
        number++;
        return lineStart;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Makes room and reads on; afterwards the unread octets begin at {@code start}. */
    private boolean fill() throws IOException {
        if (end == buffer.length) {
            byte[] target = start > 0 ? buffer : new byte[larger(buffer.length)];
            System.arraycopy(buffer, start, target, 0, end - start);
            buffer = target;
            end -= start;
            start = 0;
        }
        int read = input.read(buffer, end, buffer.length - end);
        if (read > 0) {
            end += read;
        }
        return read > 0;
    }

    private static int larger(int length) throws IOException {
        if (length >= LONGEST_LINE) {
            throw new IOException("a line of more than " + LONGEST_LINE + " octets");
        }
        return length * 2;
    }

    /** Number of the last line that was read, from 1. */
    long number() {
        return number;
    }

    /** Where the next line begins. */
    long offset() {
        return offset;
    }

    /** Whether the last line that was read ended with a newline. */
    boolean terminated() {
        return terminated;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
