package dev.chancery.db;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A piece of a compressed segment: whole lines in a gzip member of their own (RFC 1952 §2.2), which says in an extra field
 * (§2.3.1.1) how long it is and how many records it holds. So a reader goes to a record without unpacking what stands before it, and
 * any gunzip reads all pieces as one file.
 *
 * @param length of the member, header and all
 * @param octets of its lines
 * @param records how many lines these are
 */
record SegmentMember(int length, int octets, int records) {
    /** So many octets of lines make a piece, or the line with which they are more. */
    static final int ENOUGH = 1 << 18;

    static final int HEADER = 28;

    private static final int TRAILER = 8;

    /** Far above any piece: one that says more is damaged, and must not exhaust the memory. */
    private static final int LONGEST = 32 << 20;

    /** Magic, deflate, with an extra field, no time, unknown system; then the length of that field, its one part's name and length. */
    private static final byte[] FIXED = {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 16, 0, 'C', 'H', 12, 0};

    /** @param lines with their newlines */
    static byte[] pack(byte[] lines, int records) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(lines);
            deflater.finish();
            byte[] packed = new byte[HEADER + lines.length + (lines.length >> 3) + 64];
            int end = HEADER;
            while (!deflater.finished()) {
                if (end == packed.length) {
                    packed = Arrays.copyOf(packed, packed.length * 2);
                }
                end += deflater.deflate(packed, end, packed.length - end);
            }
            return framed(packed, end, lines, records);
        } finally {
            deflater.end();
        }
    }

    private static byte[] framed(byte[] packed, int end, byte[] lines, int records) {
        byte[] member = Arrays.copyOf(packed, end + TRAILER);
        little(member, 0).put(FIXED).putInt(member.length).putInt(lines.length).putInt(records);
        little(member, end).putInt(checksum(lines)).putInt(lines.length);
        return member;
    }

    /** Empty for octets that begin no such member. */
    static Optional<SegmentMember> read(byte[] header) {
        if (header.length != HEADER || !Arrays.equals(FIXED, 0, FIXED.length, header, 0, FIXED.length)) {
            return Optional.empty();
        }
        ByteBuffer numbers = little(header, FIXED.length);
        SegmentMember member = new SegmentMember(numbers.getInt(), numbers.getInt(), numbers.getInt());
        boolean possible = member.length > HEADER + TRAILER
                && member.length <= LONGEST
                && member.octets >= member.records
                && member.octets <= LONGEST
                && member.records > 0;
        return possible ? Optional.of(member) : Optional.empty();
    }

    /** @param rest what follows the header */
    byte[] unpack(byte[] rest) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(rest, 0, rest.length - TRAILER);
            byte[] lines = new byte[octets];
            int end = inflater.inflate(lines);
            ByteBuffer trailer = little(rest, rest.length - TRAILER);
            // One more look, since the mark of the end may follow the last octet.
            boolean whole = end == octets && inflater.inflate(new byte[1]) == 0 && inflater.finished();
            if (!whole || trailer.getInt() != checksum(lines) || trailer.getInt() != octets) {
                throw new ZipException("a piece of it is not what its checksum says");
            }
            return lines;
        } catch (DataFormatException e) {
            throw new ZipException(String.valueOf(e.getMessage()));
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] lines) {
        CRC32 checksum = new CRC32();
        checksum.update(lines);
        return (int) checksum.getValue();
    }

    private static ByteBuffer little(byte[] octets, int from) {
        return ByteBuffer.wrap(octets, from, octets.length - from).order(ByteOrder.LITTLE_ENDIAN);
    }
}
