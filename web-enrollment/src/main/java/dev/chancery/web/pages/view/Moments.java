package dev.chancery.web.pages.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Every date of the web application comes from here: exact, with its zone, and relative to now. */
public final class Moments {
    private static final Locale WORDS = Locale.ENGLISH;
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", WORDS);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", WORDS);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", WORDS);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", WORDS);

    private final Clock clock;
    private final ZoneId zone;

    public Moments(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public Moment at(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        return new Moment(
                DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
                EXACT.format(there),
                DAY.format(there),
                relative(instant));
    }

    /** The calendar month in which an instant lies, as {@code Dec}. */
    public String month(Instant instant) {
        return MONTH.format(instant.atZone(zone));
    }

    /** {@code December 2026}. */
    public String longMonth(Instant instant) {
        return LONG_MONTH.format(instant.atZone(zone));
    }

    /** The beginning of the month that is {@code later} months after this one. */
    public Instant monthStart(int later) {
        return now().atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(later)
                .atStartOfDay(zone)
                .toInstant();
    }

    private String relative(Instant instant) {
        Duration distance = Duration.between(now(), instant);
        String span = span(distance.abs());
        if (span.isEmpty()) {
            return "just now";
        }
        return distance.isNegative() ? span + " ago" : "in " + span;
    }

    /** Rounded down to one unit, {@code 23 hours}, {@code 364 days}, {@code 20 years}; empty below a minute. */
    public static String span(Duration length) {
        long minutes = length.toMinutes();
        long days = length.toDays();
        if (minutes < 1) {
            return "";
        }
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        if (length.toHours() < 24) {
            return counted(length.toHours(), "hour");
        }
        return days < 730 ? counted(days, "day") : counted((long) Math.floor((days + 20) / 365.25), "year");
    }

    /** {@code 1 name}, {@code 2 names}, {@code 1,204 names}. */
    public static String counted(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 1,204}. */
    public static String number(long count) {
        return String.format(WORDS, "%,d", count);
    }
}
