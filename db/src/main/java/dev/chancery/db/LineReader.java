package dev.chancery.db;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into lines of octets.
 *
 * <p>It reads through a FileInputStream because an NIO channel is closed by an interrupt, and the threads that read the
 * journal are not all ours.
 */
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

    LineReader(Path file) throws IOException {
        this.input = new FileInputStream(file.toFile());
    }

    /** The next line without its newline, or null at the end of the file. */
    byte @Nullable [] next() throws IOException {
        int searched = start;
        while (true) {
            int newline = indexOfNewline(searched);
            if (newline >= 0) {
                return cut(newline, newline + 1);
            }
            searched = end - start;
            if (!fill()) {
                terminated = start == end;
                return terminated ? null : cut(end, end);
            }
            searched += start;
        }
    }

    /** Passes over the next line. */
    boolean skip() throws IOException {
        return next() != null;
    }

    private byte[] cut(int lineEnd, int nextStart) {
        byte[] line = Arrays.copyOfRange(buffer, start, lineEnd);
        offset += nextStart - start;
        start = nextStart;
        number++;
        return line;
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
