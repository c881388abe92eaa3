package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a compressed segment says of itself in its gzip header's comment (RFC 1952 §2.3.1), so that a start need not unpack
 * it: the ends of its part of the chain, and a SHA-256 over the header, with zeros in the place of that hash, and all
 * octets that follow it.
 *
 * @param previous hash of the record before its first one
 * @param last sequence of its last record
 * @param hash of its last record
 */
record PackedSegment(long first, Der previous, long last, Der hash, Der sha256) {
    /** Magic, deflate, with a comment, no time, unknown system: the same content gives the same file. */
    private static final byte[] FIXED = {0x1f, (byte) 0x8b, 8, 0x10, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The member with the comment holds no lines; those follow in {@link SegmentMember}s. Deflate's end, CRC-32 and length. */
    private static final byte[] EMPTY = {3, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final Der NONE = JournalHead.BEGINNING.hash();
    private static final int BUFFER = 1 << 17;

    /** Not known yet. */
    static PackedSegment unfinished(long first, SegmentPart part) {
        SegmentPart.Line end = part.last();
        return new PackedSegment(first, part.previous(), end.sequence(), end.hash(), NONE);
    }

    PackedSegment with(MessageDigest digest) {
        return new PackedSegment(first, previous, last, hash, Der.ofOwned(digest.digest()));
    }

    /** Always of the same length. */
    byte[] header() {
        byte[] comment = Json.object(json -> json.text("first", String.format("%012d", first))
                .text("previous", previous.hex())
                .text("last", String.format("%012d", last))
                .text("hash", hash.hex())
                .text("sha256", sha256.hex()));
        byte[] header = new byte[FIXED.length + comment.length + 1];
        System.arraycopy(FIXED, 0, header, 0, FIXED.length);
        System.arraycopy(comment, 0, header, FIXED.length, comment.length);
        return header;
    }

    private static int headerLength() {
        return new PackedSegment(0, NONE, 0, NONE, NONE).header().length;
    }

    /** What stands between the header and the first {@link SegmentMember}. */
    static byte[] beforeMembers() {
        return EMPTY.clone();
    }

    /** Takes what stands before the first {@link SegmentMember}; false for a file that consists of something else. */
    static boolean passToMembers(InputStream file) throws IOException {
        int header = headerLength();
        byte[] before = file.readNBytes(header + EMPTY.length);
        return before.length == header + EMPTY.length
                && Arrays.equals(FIXED, 0, FIXED.length, before, 0, FIXED.length)
                && before[header - 1] == 0
                && Arrays.equals(EMPTY, 0, EMPTY.length, before, header, before.length);
    }

    /** Empty for a file that another program compressed. */
    static Optional<PackedSegment> read(Path file) throws IOException {
        byte[] header;
        try (InputStream input = new FileInputStream(file.toFile())) {
            header = input.readNBytes(headerLength());
        }
        try {
            int end = header.length - 1;
            Fields fields = Fields.parse(Arrays.copyOfRange(header, FIXED.length, Math.max(FIXED.length, end)));
            PackedSegment packed = new PackedSegment(
                    Long.parseLong(fields.text("first")),
                    Der.fromHex(fields.text("previous")),
                    Long.parseLong(fields.text("last")),
                    Der.fromHex(fields.text("hash")),
                    Der.fromHex(fields.text("sha256")));
            return Arrays.equals(packed.header(), header) ? Optional.of(packed) : Optional.empty();
        } catch (RuntimeException e) {
            // Not our comment, or a damaged one: then the lines themselves are looked at.
            return Optional.empty();
        }
    }

    /** Whether the file's octets are those that were written. */
    boolean matches(Path file) throws IOException {
        MessageDigest digest = new PackedSegment(first, previous, last, hash, NONE).digest();
        try (InputStream input = new FileInputStream(file.toFile())) {
            input.skipNBytes(headerLength());
            byte[] buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read > 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Der.ofOwned(digest.digest()).equals(sha256);
    }

    /** To be fed with what follows the header. */
    MessageDigest digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(header());
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Its part of the chain, without having looked at its lines. */
    SegmentPart part(long mark) {
        return new SegmentPart(
                previous,
                new SegmentPart.Line(last, hash, 0),
                Optional.of(new SegmentPart.Entry(last, hash, 0, 0, Optional.empty())),
                mark == last ? Optional.of(hash) : Optional.empty());
    }

    /** Whether a record stands within, where only the lines tell its hash. */
    boolean holds(long sequence) {
        return sequence >= first && sequence < last;
    }
}
