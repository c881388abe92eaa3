package dev.chancery.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace saw written to a file and not flushed: what a machine that dies takes with it. */
record UnflushedWrite(Path file, int octets) {
    private static final Pattern WRITE = Pattern.compile("(?:\\d+ +)?write\\(\\d+<([^>]+\\.jsonl)>.* = (\\d+)");

    /** The last one of these lines. */
    static UnflushedWrite last(List<String> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Matcher write = WRITE.matcher(calls.get(i));
            if (write.matches()) {
                return new UnflushedWrite(Path.of(write.group(1)), Integer.parseInt(write.group(2)));
            }
        }
        throw new AssertionError("no write to the journal among these calls: " + calls);
    }

    /** Takes so many octets from the end of the file. */
    void lose(int count) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - count);
        }
    }
}
