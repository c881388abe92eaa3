package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Makes a journal long while no server works on it, with records of decisions about nothing, so that a segment is full
 * after a few certificates and not after fifty thousand.
 */
final class JournalPadding {
    private static final long SEGMENT = 64L << 20;

    /** So that some of what follows still goes into this segment. */
    private static final int ROOM = 12_000;

    private static final int LINE = 1 << 20;

    private JournalPadding() {}

    /**
     * Afterwards the last segment has room for about ten certificates.
     *
     * @param journal has read all that there is
     */
    static void fill(Path data, JournalTranscript journal) throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            segment = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        long sequence = journal.sequence();
        String hash = journal.hash();
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            file.truncate(wholeEntries(Files.readAllBytes(segment)));
            file.position(file.size());
            for (long left = SEGMENT - ROOM - file.size(); left > 0; left = SEGMENT - ROOM - file.size()) {
                byte[] line = line(++sequence, journal.time(), hash, (int) Math.min(LINE, left));
                hash = Der.copyOf(line).sha256().hex();
                file.write(ByteBuffer.wrap(line));
                file.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private static byte[] line(long sequence, String time, String hash, int octets) {
        String head = "{\"seq\":" + sequence + ",\"time\":\"" + time
                + "\",\"actor\":\"system\",\"means\":\"internal\",\"type\":\"decision\",\"action\":\"nothing\","
                + "\"object\":\"nothing\",\"detail\":\"";
        String tail = "\",\"prev\":\"" + hash + "\"}";
        String detail = "x".repeat(Math.max(1, octets - head.length() - tail.length() - 1));
        return (head + detail + tail).getBytes(StandardCharsets.US_ASCII);
    }

    /** Length without what a start would cut off: half a line, and lines whose entry goes on. */
    private static int wholeEntries(byte[] segment) {
        String text = new String(segment, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n') + 1;
        while (end > 0) {
            int begin = text.lastIndexOf('\n', end - 2) + 1;
            if (!text.substring(begin, end).contains(",\"more\":true,\"prev\":\"")) {
                break;
            }
            end = begin;
        }
        return end;
    }
}
