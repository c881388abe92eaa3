package dev.chancery.db;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One file of the journal, {@code 000000000001.jsonl}, or {@code 000000000001.jsonl.gz} when it was closed and compressed.
 *
 * @param first sequence of its first record, which is its name
 */
record Segment(Path file, long first) {
    private static final String PLAIN = ".jsonl";
    private static final String GZIP = ".gz";
    private static final int DIGITS = 12;
    private static final int BUFFER = 1 << 16;

    static Segment of(Path directory, long first) {
        return new Segment(directory.resolve(String.format("%0" + DIGITS + "d", first) + PLAIN), first);
    }

    /**
     * In order. Where a segment is there in both forms, because a crash came between making the one and removing the other,
     * the plain one counts. Other files are left alone, unless they look like a segment and are none.
     */
    static List<Segment> list(Path directory) throws IOException {
        Map<Long, Segment> segments = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(PLAIN) || name.endsWith(PLAIN + GZIP)) {
                    Segment segment = named(file, name.substring(0, name.indexOf(PLAIN)));
                    segments.merge(segment.first, segment, (one, other) -> one.compressed() ? other : one);
                }
            }
        }
        return new ArrayList<>(segments.values());
    }

    private static Segment named(Path file, String digits) {
        if (!digits.matches("[0-9]{" + DIGITS + "}")) {
            throw new JournalCorruptException(
                    file, "is no segment of the journal: its name is not that of a first record; move it elsewhere");
        }
        return new Segment(file, Long.parseLong(digits));
    }

    boolean compressed() {
        return file.getFileName().toString().endsWith(GZIP);
    }

    Segment toCompress() {
        return new Segment(file.resolveSibling(file.getFileName() + GZIP), first);
    }

    /**
     * Its lines.
     *
     * <p>Through a FileInputStream, because an NIO channel is closed by an interrupt, and the threads that read the journal
     * are not all ours.
     */
    InputStream open() throws IOException {
        if (compressed()) {
            return unpacked();
        }
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            // Compressed since it was listed.
            if (Files.exists(toCompress().file)) {
                return toCompress().unpacked();
            }
            throw e;
        }
    }

    private InputStream unpacked() throws IOException {
        InputStream members = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER);
        try {
            if (PackedSegment.passToMembers(members)) {
                return new PackedInput(members);
            }
        } catch (IOException e) {
            members.close();
            throw e;
        }
        members.close();
        return gunzipped();
    }

    /** One that an older Chancery or another program compressed. */
    private InputStream gunzipped() throws IOException {
        InputStream octets = new FileInputStream(file.toFile());
        try {
            return new GZIPInputStream(new BufferedInputStream(octets, BUFFER), BUFFER);
        } catch (IOException e) {
            octets.close();
            throw e;
        }
    }
}
