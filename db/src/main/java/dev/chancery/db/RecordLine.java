package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as one line of the journal. Its two ends have a fixed form, so that the chain can be checked at the speed of
 * SHA-256, without reading JSON:
 *
 * <pre>{"seq":17,"time":"2026-01-31T12:00:00.000000Z", … ,"prev":"64 hexadecimal digits"}</pre>
 */
final class RecordLine {
    private static final String HEAD = "{\"seq\":";
    private static final String MORE = ",\"more\":true";
    private static final String PREV = ",\"prev\":\"";
    private static final String END = "\"}";
    private static final int HASH_DIGITS = 64;
    private static final int TAIL = PREV.length() + HASH_DIGITS + END.length();

    private RecordLine() {}

    /**
     * @param more whether the entry goes on with the next line
     * @return the line, without its newline
     */
    static byte[] compose(long sequence, Instant time, byte[] body, boolean more, Der previous) {
        byte[] head = ascii(HEAD + sequence + ",\"time\":\"" + Micros.iso(time) + "\",");
        byte[] tail = ascii((more ? MORE : "") + PREV + previous.hex() + END);
        byte[] line = new byte[head.length + body.length + tail.length];
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(body, 0, line, head.length, body.length);
        System.arraycopy(tail, 0, line, head.length + body.length, tail.length);
        return line;
    }

    /** What the chain needs to know of a line. */
    record Link(long sequence, boolean more, Der previous) {}

    /** Empty when the ends of the line have not the fixed form. */
    static Optional<Link> link(byte[] line) {
        int tail = line.length - TAIL;
        if (tail < HEAD.length()
                || !matches(line, 0, HEAD)
                || !matches(line, tail, PREV)
                || !matches(line, line.length - END.length(), END)) {
            return Optional.empty();
        }
        String digits = new String(line, tail + PREV.length(), HASH_DIGITS, StandardCharsets.ISO_8859_1);
        long sequence = sequence(line);
        if (sequence < 1 || !digits.chars().allMatch(RecordLine::lowerHex)) {
            return Optional.empty();
        }
        int more = tail - MORE.length();
        return Optional.of(new Link(sequence, more > 0 && matches(line, more, MORE), Der.fromHex(digits)));
    }

    private static long sequence(byte[] line) {
        long value = 0;
        int at = HEAD.length();
        while (line[at] >= '0' && line[at] <= '9' && at < HEAD.length() + 18) {
            value = value * 10 + line[at] - '0';
            at++;
        }
        return line[at] == ',' ? value : -1;
    }

    private static boolean lowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static boolean matches(byte[] line, int at, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (line[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
