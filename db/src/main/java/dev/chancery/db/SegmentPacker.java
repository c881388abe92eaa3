package dev.chancery.db;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a compressed file in the place of a closed segment. At every moment the disk holds the segment whole, in one form or
 * in both: the compressed one is flushed, unpacked again and compared before it gets its name, and the plain one goes last.
 */
final class SegmentPacker {
    private static final String UNFINISHED = ".tmp.gz";

    private final Path directory;
    private final Pause pause;

    /** Called after each piece of work, so that others come first; may throw to give up. */
    @FunctionalInterface
    interface Pause {
        void after(long nanos) throws IOException;
    }

    SegmentPacker(Path directory, Pause pause) {
        this.directory = directory;
        this.pause = pause;
    }

    /** Removes what a crash left: unfinished files, and compressed ones next to the plain one. */
    void tidy() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(file);
            }
        }
        for (Segment segment : Segment.list(directory)) {
            if (!segment.compressed()) {
                Files.deleteIfExists(segment.toCompress().file());
            }
        }
    }

    void pack(Segment plain) throws IOException {
        Path unfinished = directory.resolve(String.format("%012d", plain.first()) + UNFINISHED);
        try {
            SegmentPart part = part(plain);
            write(plain, part, unfinished);
            compare(plain, part, unfinished);
            Files.move(unfinished, plain.toCompress().file(), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.flushDirectory(directory);
            Files.delete(plain.file());
            PrivateFiles.flushDirectory(directory);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static SegmentPart part(Segment segment) throws IOException {
        return new SegmentCheck(segment, false, 0)
                .run()
                .orElseThrow(() -> new JournalCorruptException(segment.file(), "it holds no record"));
    }

    private static void compare(Segment plain, SegmentPart part, Path unfinished) throws IOException {
        SegmentPart unpacked = part(new Segment(unfinished, plain.first()));
        boolean same =
                unpacked.previous().equals(part.previous()) && unpacked.last().equals(part.last());
        Optional<PackedSegment> header = PackedSegment.read(unfinished);
        if (!same || header.isEmpty() || !header.get().matches(unfinished)) {
            throw new IOException("what was read back from " + unfinished + " is not what was written");
        }
    }

    private void write(Segment plain, SegmentPart part, Path target) throws IOException {
        PackedSegment unfinished = PackedSegment.unfinished(plain.first(), part);
        try (FileChannel channel = PrivateFiles.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream octets = Channels.newOutputStream(channel);
            octets.write(unfinished.header());
            MessageDigest digest = unfinished.digest();
            writeBody(plain, new DigestOutputStream(octets, digest));
            channel.position(0);
            octets.write(unfinished.with(digest).header());
            channel.force(true);
        }
    }

    /** An end for the member with the comment, then the lines in members of their own. */
    private void writeBody(Segment plain, OutputStream output) throws IOException {
        output.write(PackedSegment.beforeMembers());
        try (LineReader lines = new LineReader(plain)) {
            ByteArrayOutputStream piece = new ByteArrayOutputStream(SegmentMember.ENOUGH);
            long began = System.nanoTime();
            for (int records = collect(lines, piece); records > 0; records = collect(lines, piece)) {
                output.write(SegmentMember.pack(piece.toByteArray(), records));
                piece.reset();
                pause.after(System.nanoTime() - began);
                began = System.nanoTime();
            }
        }
    }

    /** Enough lines for a piece, or the last ones. */
    private static int collect(LineReader lines, ByteArrayOutputStream piece) throws IOException {
        int records = 0;
        while (piece.size() < SegmentMember.ENOUGH) {
            byte[] line = lines.next();
            if (line == null) {
                return records;
            }
            piece.writeBytes(line);
            piece.write('\n');
            records++;
        }
        return records;
    }
}
