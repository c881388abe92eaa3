package dev.chancery.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of the journal, {@code 000000000001.jsonl}.
 *
 * @param first sequence of its first record, which is its name
 */
record Segment(Path file, long first) {
    private static final String SUFFIX = ".jsonl";
    private static final int DIGITS = 12;

    static Segment of(Path directory, long first) {
        return new Segment(directory.resolve(String.format("%0" + DIGITS + "d", first) + SUFFIX), first);
    }

    /** In order. Other files are left alone, unless they look like a segment and are none. */
    static List<Segment> list(Path directory) throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    segments.add(named(file, name.substring(0, name.length() - SUFFIX.length())));
                }
            }
        }
        segments.sort(Comparator.comparingLong(Segment::first));
        return segments;
    }

    private static Segment named(Path file, String digits) {
        if (!digits.matches("[0-9]{" + DIGITS + "}")) {
            throw new JournalCorruptException(
                    file, "is no segment of the journal: its name is not that of a first record; move it elsewhere");
        }
        return new Segment(file, Long.parseLong(digits));
    }
}
