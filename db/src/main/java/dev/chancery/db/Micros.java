package dev.chancery.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Time as the journal and the tables keep it: whole microseconds since 1970 UTC, which every database can hold exactly. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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

    /** The UTC day, counted from 1970. */
    static long day(long micros) {
        return Math.floorDiv(micros, 86_400 * PER_SECOND);
    }

    static long startOfDay(long day) {
        return day * 86_400 * PER_SECOND;
    }
}
