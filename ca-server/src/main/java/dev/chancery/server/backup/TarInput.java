package dev.chancery.server.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what {@link TarOutput} writes, and nothing else. */
final class TarInput {
    private final InputStream in;

    TarInput(InputStream in) {
        this.in = in;
    }

    record Entry(String name, long length) {}

    /** Takes the content, whole or not at all. */
    @FunctionalInterface
    interface Content {
        void piece(byte[] octets, int length) throws IOException;
    }

    /** Empty at the end of the tar file; then the stream has been read to its end. */
    Optional<Entry> next() throws IOException {
        byte[] block = block();
        if (isZero(block)) {
            if (!isZero(block()) || in.read() >= 0) {
                throw wrong();
            }
            return Optional.empty();
        }
        int end = 0;
        while (end < TarOutput.LONGEST_NAME && block[end] != 0) {
            end++;
        }
        String name = new String(block, 0, end, StandardCharsets.UTF_8);
        if (name.getBytes(StandardCharsets.UTF_8).length > TarOutput.LONGEST_NAME) {
            throw wrong(); // octets that are no UTF-8 become longer ones
        }
        long length = octal(block, 124);
        if (!Arrays.equals(block, TarOutput.header(name, length, octal(block, 136)))) {
            throw wrong();
        }
        return Optional.of(new Entry(name, length));
    }

    void content(Entry entry, Content content) throws IOException {
        byte[] buffer = new byte[EnvelopeOutput.PIECE];
        long left = entry.length();
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            content.piece(buffer, read);
            left -= read;
        }
        if (in.readNBytes(TarOutput.padding(entry.length())).length < TarOutput.padding(entry.length())) {
            throw new EOFException();
        }
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(TarOutput.BLOCK);
        if (block.length < TarOutput.BLOCK) {
            throw wrong();
        }
        return block;
    }

    private static boolean isZero(byte[] block) {
        return Arrays.equals(block, new byte[TarOutput.BLOCK]);
    }

    private static long octal(byte[] block, int at) {
        String digits = new String(block, at, 11, StandardCharsets.US_ASCII);
        if (!digits.matches("[0-7]{11}")) {
            throw wrong();
        }
        return Long.parseLong(digits, 8);
    }

    private static BackupRefusedException wrong() {
        return new BackupRefusedException("The backup holds no tar file as Chancery writes it.");
    }
}
