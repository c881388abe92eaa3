package dev.chancery.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them, {@code 397 days}, {@code 1 year 6 months}, {@code 90d}, {@code 12h}, or as ISO 8601
 * does, {@code P397D}, {@code PT12H}. Whole numbers, never negative. Every method that parses throws
 * {@link IllegalArgumentException} with a sentence for the person who wrote the text.
 */
public final class TimeText {
    private static final Pattern PART = Pattern.compile("\\s*([0-9]{1,9})\\s*([A-Za-z]+)");

    private record Part(long count, TimeUnitName unit) {}

    private TimeText() {}

    /** An exact length: a day is 24 hours, {@code m} is a minute, months and years are refused. */
    public static Duration parseDuration(String text) {
        if (isIso(text)) {
            return iso(text, () -> notNegative(Duration.parse(text.strip()), Duration::isNegative, text));
        }
        Duration sum = Duration.ZERO;
        for (Part part : parts(text, Optional.of(TimeUnitName.MINUTE))) {
            Duration unit = part.unit()
                    .duration()
                    .orElseThrow(() ->
                            refused(text, "a " + name(part.unit()) + " has no fixed length here; write it in days"));
            sum = sum.plus(unit.multipliedBy(part.count()));
        }
        return sum;
    }

    /** A length on the calendar: days, weeks, months, years. */
    public static Period parsePeriod(String text) {
        if (isIso(text)) {
            return iso(text, () -> notNegative(Period.parse(text.strip()), Period::isNegative, text));
        }
        return period(text, parts(text, Optional.empty()));
    }

    /** A {@link Period} where only days and longer units are named, else a {@link Duration}. */
    public static TemporalAmount parse(String text) {
        if (isIso(text)) {
            return text.contains("T") || text.contains("t") ? parseDuration(text) : parsePeriod(text);
        }
        List<Part> parts = parts(text, Optional.empty());
        boolean calendar = parts.stream().allMatch(part -> part.unit().period().isPresent());
        return calendar ? period(text, parts) : parseDuration(text);
    }

    /** In the largest units that need no fraction, {@code 90 minutes}; {@link #parse} understands it. */
    public static String print(TemporalAmount amount) {
        return amount instanceof Duration duration ? print(duration) : print((Period) amount);
    }

    private static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return TimeUnitName.SECOND.times(0);
        }
        for (TimeUnitName unit : List.of(
                TimeUnitName.DAY,
                TimeUnitName.HOUR,
                TimeUnitName.MINUTE,
                TimeUnitName.SECOND,
                TimeUnitName.MILLISECOND)) {
            long length = unit.duration().map(Duration::toMillis).orElseThrow();
            if (millis % length == 0) {
                return unit.times(millis / length);
            }
        }
        return duration.toString();
    }

    private static String print(Period period) {
        List<String> parts = new ArrayList<>();
        for (TimeUnitName unit : List.of(TimeUnitName.YEAR, TimeUnitName.MONTH, TimeUnitName.DAY)) {
            long count = period.get(ChronoUnit.valueOf(unit.name() + "S"));
            boolean onlyZero = unit == TimeUnitName.DAY && parts.isEmpty();
            if (count != 0 || onlyZero) {
                parts.add(unit.times(count));
            }
        }
        return String.join(" ", parts);
    }

    private static Period period(String text, List<Part> parts) {
        Period sum = Period.ZERO;
        for (Part part : parts) {
            Period unit = part.unit()
                    .period()
                    .orElseThrow(() ->
                            refused(text, "a " + name(part.unit()) + " is too short here; write days or longer units"));
            try {
                sum = sum.plus(unit.multipliedBy(Math.toIntExact(part.count())));
            } catch (ArithmeticException tooLong) {
                throw refused(text, "it is too long");
            }
        }
        return sum;
    }

    private static List<Part> parts(String text, Optional<TimeUnitName> meaningOfM) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            parts.add(new Part(Long.parseLong(matcher.group(1)), unit(text, matcher.group(2), meaningOfM)));
            end = matcher.end();
        }
        if (parts.isEmpty() || !text.substring(end).isBlank()) {
            boolean number = text.strip().matches("[0-9]+");
            throw refused(
                    text,
                    number
                            ? "it has no unit; write `" + text.strip() + " days`, `… h`, `… min` or `… s`"
                            : "write whole numbers with units, such as `7 days`, `12 h` or `P7D`");
        }
        return parts;
    }

    private static TimeUnitName unit(String text, String word, Optional<TimeUnitName> meaningOfM) {
        if (word.equalsIgnoreCase("m")) {
            return meaningOfM.orElseThrow(() -> refused(text, "`m` may be minutes or months; write `min` or `months`"));
        }
        return TimeUnitName.of(word)
                .orElseThrow(() -> refused(
                        text,
                        "there is no unit " + PrintableText.quote(word)
                                + "; the units are s, min, h, days, weeks, months, years"));
    }

    private static boolean isIso(String text) {
        return text.strip().regionMatches(true, 0, "P", 0, 1);
    }

    private static <T> T iso(String text, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateTimeException | ArithmeticException notIso) {
            throw refused(text, "in ISO 8601 write it as `P7D`, `P1Y6M` or `PT12H`");
        }
    }

    private static <T> T notNegative(T amount, Predicate<T> isNegative, String text) {
        if (isNegative.test(amount)) {
            throw refused(text, "it is negative");
        }
        return amount;
    }

    private static String name(TimeUnitName unit) {
        return unit.times(1).substring(2);
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException(
                PrintableText.quote(text) + " is not a length of time that can be used here: " + reason);
    }
}
