package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal as db/docs/journal.md describes it, read by code that shares nothing with the one that wrote it. Each call
 * goes on where the one before has ended.
 */
final class JournalTranscript {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "0".repeat(64);

    private final Path directory;
    private long sequence;
    private String hash = NOTHING;
    private String time = "";

    JournalTranscript(Path data) {
        this.directory = data.resolve("journal");
    }

    long sequence() {
        return sequence;
    }

    /** Of the last record's line. */
    String hash() {
        return hash;
    }

    /** Of the last record, as it is written there. */
    String time() {
        return time;
    }

    /** The records that whole entries have added since, after proving that they continue the chain. */
    List<JsonNode> more() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        List<JsonNode> entry = new ArrayList<>();
        long at = sequence;
        String before = hash;
        String now = time;
        for (byte[] line : linesAfter(sequence)) {
            JsonNode record = JSON.readTree(line);
            at++;
            if (record.get("seq").asLong() != at
                    || !record.get("prev").asString().equals(before)) {
                throw new AssertionError("record " + at + " is missing from the journal, or does not continue it: "
                        + new String(line, StandardCharsets.UTF_8));
            }
            if (record.get("time").asString().compareTo(now) < 0) {
                throw new AssertionError("record " + at + " is of " + record.get("time") + ", after one of " + now);
            }
            now = record.get("time").asString();
            before = Der.copyOf(line).sha256().hex();
            entry.add(record);
            if (!record.path("more").asBoolean(false)) {
                entries.addAll(entry);
                entry.clear();
                sequence = at;
                hash = before;
                time = now;
            }
        }
        return entries;
    }

    private List<byte[]> linesAfter(long last) throws IOException {
        List<Path> segments = segments();
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            boolean passed = i + 1 < segments.size() && first(segments.get(i + 1)) <= last + 1;
            if (!passed) {
                long skip = Math.max(0, last + 1 - first(segments.get(i)));
                lines.addAll(lines(segments.get(i), skip));
            }
        }
        return lines;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{12}\\.jsonl(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static long first(Path segment) {
        return Long.parseLong(segment.getFileName().toString().substring(0, 12));
    }

    /** Whole lines only: the last one may be torn. */
    private static List<byte[]> lines(Path segment, long skip) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        byte[] octets;
        try (InputStream content = open(segment)) {
            octets = content.readAllBytes();
        }
        long number = 0;
        int begin = 0;
        for (int at = 0; at < octets.length; at++) {
            if (octets[at] == '\n') {
                if (number++ >= skip) {
                    lines.add(Arrays.copyOfRange(octets, begin, at));
                }
                begin = at + 1;
            }
        }
        return lines;
    }

    private static InputStream open(Path segment) throws IOException {
        InputStream file = Files.newInputStream(segment);
        return segment.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
    }
}
