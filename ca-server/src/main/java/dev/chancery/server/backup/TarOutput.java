package dev.chancery.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** A tar file (POSIX.1-1988 ustar) of regular files of mode 0600. */
final class TarOutput {
    static final int BLOCK = 512;
    static final int LONGEST_NAME = 100;
    static final long LARGEST_FILE = 077777777777L;

    private final OutputStream out;

    TarOutput(OutputStream out) {
        this.out = out;
    }

    /** @throws IOException also when the content has not the length that was said */
    void file(String name, long length, Instant changed, InputStream content) throws IOException {
        out.write(header(name, length, changed.getEpochSecond()));
        byte[] buffer = new byte[EnvelopeOutput.PIECE];
        long left = length;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException(name + " became shorter while it was read");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        out.write(new byte[padding(length)]);
    }

    /** Two empty blocks. */
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    static int padding(long length) {
        return (int) ((BLOCK - length % BLOCK) % BLOCK);
    }

    static byte[] header(String name, long length, long changed) throws IOException {
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LONGEST_NAME || length > LARGEST_FILE) {
            throw new IOException("a tar file has no room for the name or the length of " + name);
        }
        byte[] block = new byte[BLOCK];
        System.arraycopy(octets, 0, block, 0, octets.length);
        put(block, 100, "0000600\0" + "0000000\0" + "0000000\0");
        put(block, 124, String.format(Locale.ROOT, "%011o %011o ", length, Math.max(0, changed)));
        put(block, 148, "        0");
        put(block, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xff;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octets, 0, block, at, octets.length);
    }
}
