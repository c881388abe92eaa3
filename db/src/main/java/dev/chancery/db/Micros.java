package dev.chancery.db;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Time as the journal and the tables keep it: whole microseconds since 1970 UTC, which every database can hold exactly. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int ISO_LENGTH = 27;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000);
    }

    static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** ISO 8601 with six digits, so that lines sort and columns align. */
    static String iso(Instant instant) {
        return ISO.format(instant);
    }

    /**
     * The inverse of {@link #iso}, for any ISO 8601.
     *
     * @throws DateTimeException when it is no such time
     */
    static Instant parse(String text) {
        return text.length() == ISO_LENGTH && text.charAt(19) == '.' && text.charAt(26) == 'Z'
                ? parseIso(text)
                : Instant.parse(text);
    }

    /** A rebuild reads millions of them, and a general reader is slow. */
    private static Instant parseIso(String text) {
        boolean marks = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        try {
            if (marks) {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19),
                                number(text, 20, 26) * 1000)
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException | NumberFormatException e) {
            // The general reader says what is wrong.
        }
        return Instant.parse(text);
    }

    private static int number(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new NumberFormatException(text);
            }
        }
        return Integer.parseInt(text, from, to, 10);
    }

    /** The UTC day, counted from 1970. */
    static long day(long micros) {
        return Math.floorDiv(micros, 86_400 * PER_SECOND);
    }

    static long startOfDay(long day) {
        return day * 86_400 * PER_SECOND;
    }
}
