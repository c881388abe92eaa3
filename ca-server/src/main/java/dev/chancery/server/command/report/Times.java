package dev.chancery.server.command.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments for people: exact, in their own time zone, and how far away. */
public final class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;

    public Times(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code 2027-03-01 12:00 (in 22 days)}. */
    public String both(Instant moment) {
        return exact(moment) + " (" + relative(moment) + ")";
    }

    /** {@code 2027-03-01 12:00}. */
    public String exact(Instant moment) {
        return EXACT.format(moment.atZone(zone));
    }

    /** {@code in 22 days}, {@code 12 minutes ago}, {@code now}. */
    public String relative(Instant moment) {
        Duration distance = Duration.between(clock.instant(), moment);
        Duration length = distance.abs();
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return "now";
        }
        return distance.isNegative() ? words(length) + " ago" : "in " + words(length);
    }

    /** Rounded: what ends in 364 days and 23 hours ends in 365 days. */
    private static String words(Duration length) {
        long days = rounded(length, Duration.ofDays(1));
        if (days >= 730) {
            return rounded(length, Duration.ofDays(365)) + " years";
        }
        long hours = rounded(length, Duration.ofHours(1));
        if (hours >= 48) {
            return days + " days";
        }
        long minutes = rounded(length, Duration.ofMinutes(1));
        if (minutes >= 120) {
            return hours + " hours";
        }
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static long rounded(Duration length, Duration unit) {
        return length.plus(unit.dividedBy(2)).dividedBy(unit);
    }
}
