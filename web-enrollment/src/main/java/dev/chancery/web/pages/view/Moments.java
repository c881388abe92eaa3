package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.profile.ValidityLength;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Every date of the web application comes from here: exact, with its zone, and relative to now; in the language and zone of the {@link Reader}. */
public final class Moments {
    private static final Pattern COUNTED = Pattern.compile("([0-9]+) (year|month|day|hour|minute|second)s?");
    private static final Map<Language, Formats> FORMATS = formats();

    private final Clock clock;
    private final ZoneId zone;

    private record Formats(
            DateTimeFormatter exact, DateTimeFormatter day, DateTimeFormatter month, DateTimeFormatter longMonth) {}

    /** @param zone of the server, for readers whose zone is not known */
    public Moments(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    private static Map<Language, Formats> formats() {
        Map<Language, Formats> formats = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Function<String, DateTimeFormatter> written =
                    pattern -> DateTimeFormatter.ofPattern(pattern, language.locale());
            formats.put(
                    language,
                    new Formats(
                            written.apply(language.exact()),
                            written.apply(language.day()),
                            written.apply(language.month()),
                            written.apply(language.longMonth())));
        }
        return formats;
    }

    private static Formats written() {
        return Objects.requireNonNull(FORMATS.get(Reader.current().language()));
    }

    private ZoneId zone() {
        return Reader.current().zone().orElse(zone);
    }

    public Instant now() {
        return clock.instant();
    }

    public Moment at(Instant instant) {
        ZonedDateTime there = instant.atZone(zone());
        return new Moment(
                DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
                written().exact().format(there),
                written().day().format(there),
                relative(instant));
    }

    /** A day of the calendar, which is the same in every zone, as {@code 14 Dec 2026}. */
    public static String day(LocalDate day) {
        return written().day().format(day);
    }

    /** The month of a day, as {@code Dec}. */
    public static String month(LocalDate day) {
        return written().month().format(day);
    }

    /** {@code December 2026}. */
    public static String longMonth(LocalDate day) {
        return written().longMonth().format(day);
    }

    /** {@code 1 year 6 months}, as {@link ValidityLength#words} has it. */
    public static String words(ValidityLength length) {
        return COUNTED.matcher(length.words())
                .replaceAll(part -> plain(
                        "moment.span." + part.group(2) + (part.group(1).equals("1") ? ".one" : ".many"),
                        part.group(1)));
    }

    private String relative(Instant instant) {
        Duration distance = Duration.between(now(), instant);
        if (distance.abs().toMinutes() < 1) {
            return plain("moment.justNow");
        }
        return rounded(distance.abs(), distance.isNegative() ? "moment.ago." : "moment.in.");
    }

    /** Rounded down to one unit, {@code 23 hours}, {@code 364 days}, {@code 20 years}; empty below a minute. */
    public static String span(Duration length) {
        return length.toMinutes() < 1 ? "" : rounded(length, "moment.span.");
    }

    private static String rounded(Duration length, String key) {
        long minutes = length.toMinutes();
        long days = length.toDays();
        if (minutes < 60) {
            return counted(minutes, key + "minute");
        }
        if (length.toHours() < 24) {
            return counted(length.toHours(), key + "hour");
        }
        return days < 730 ? counted(days, key + "day") : counted((long) Math.floor((days + 20) / 365.25), key + "year");
    }
}
