package dev.chancery.db;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a compressed segment that consists of {@link SegmentMember}s. */
final class PackedInput extends InputStream {
    private final InputStream file;
    private byte[] lines = new byte[0];
    private int read;
    private long records;
    private long offset;

    /** @param file at its first member; it is closed with this */
    PackedInput(InputStream file) {
        this.file = file;
    }

    /**
     * Passes over pieces, without unpacking them, up to the one that holds the record that so many others stand before.
     * Before the first read only.
     */
    void pass(long before) throws IOException {
        SegmentMember member = next();
        while (member != null && records + member.records() <= before) {
            file.skipNBytes(member.length() - SegmentMember.HEADER);
            records += member.records();
            offset += member.octets();
            member = next();
        }
        if (member != null) {
            unpack(member);
        }
    }

    /** How many records stand in the pieces that were passed. */
    long records() {
        return records;
    }

    /** How many octets of lines those have. */
    long offset() {
        return offset;
    }

    private @Nullable SegmentMember next() throws IOException {
        byte[] header = file.readNBytes(SegmentMember.HEADER);
        if (header.length == 0) {
            return null;
        }
        return SegmentMember.read(header)
                .orElseThrow(() -> new ZipException("a piece of it does not begin as it should"));
    }

    private void unpack(SegmentMember member) throws IOException {
        byte[] rest = file.readNBytes(member.length() - SegmentMember.HEADER);
        if (rest.length < member.length() - SegmentMember.HEADER) {
            throw new EOFException("it ends within a piece");
        }
        lines = member.unpack(rest);
        read = 0;
    }

    /** False at the end. */
    private boolean ready() throws IOException {
        if (read == lines.length) {
            SegmentMember member = next();
            if (member == null) {
                return false;
            }
            unpack(member);
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return ready() ? Byte.toUnsignedInt(lines[read++]) : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, lines.length - read);
        System.arraycopy(lines, read, target, from, count);
        read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
