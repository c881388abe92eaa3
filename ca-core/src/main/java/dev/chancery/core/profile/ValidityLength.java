package dev.chancery.core.profile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a certificate is valid: calendar years, months and days (UTC) plus a clock time.
 *
 * <p>Read from ISO 8601 ({@code P1Y}, {@code P90D}, {@code PT12H}) or words ({@code 1 year}, {@code 397 days},
 * {@code 1 year 6 months}).
 */
public record ValidityLength(Period period, Duration time) {
    private static final Pattern WORDS = Pattern.compile(
            "([0-9]{1,6})\\s*(years?|y|months?|weeks?|w|days?|d|hours?|h|minutes?|min|seconds?|s)\\b[,\\s]*");

    public ValidityLength {
        if (period.isNegative() || time.isNegative() || period.isZero() && time.isZero()) {
            throw new IllegalArgumentException("a validity is longer than nothing");
        }
    }

    public static ValidityLength of(String text) {
        String stripped = text.strip();
        try {
            String iso = stripped.toUpperCase(Locale.ROOT);
            if (iso.startsWith("P")) {
                int t = iso.indexOf('T');
                Period period = t == 1 ? Period.ZERO : Period.parse(t < 0 ? iso : iso.substring(0, t));
                Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(t));
                return new ValidityLength(period, time);
            }
            return ofWords(stripped.toLowerCase(Locale.ROOT));
        } catch (DateTimeException | ArithmeticException e) {
            // The message below says what is expected.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no length of time; write P1Y, P90D, PT12H, or 1 year, 90 days, 12 hours");
    }

    /** One or more numbers with units, {@code 1 year 6 months}. */
    private static ValidityLength ofWords(String text) {
        Matcher part = WORDS.matcher(text);
        Period period = Period.ZERO;
        Duration time = Duration.ZERO;
        int end = 0;
        while (end < text.length()) {
            if (!part.find(end) || part.start() != end) {
                throw new DateTimeException("not a number with a unit");
            }
            int count = Integer.parseInt(part.group(1));
            String unit = part.group(2);
            switch (unit.charAt(0)) {
                case 'y' -> period = period.plusYears(count);
                case 'w' -> period = period.plusDays(7L * count);
                case 'd' -> period = period.plusDays(count);
                case 'h' -> time = time.plusHours(count);
                case 's' -> time = time.plusSeconds(count);
                default -> {
                    period = unit.startsWith("mo") ? period.plusMonths(count) : period;
                    time = unit.startsWith("mi") ? time.plusMinutes(count) : time;
                }
            }
            end = part.end();
        }
        return new ValidityLength(period, time);
    }

    public Instant addTo(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(period).plus(time).toInstant();
    }

    /** ISO 8601. */
    public String iso() {
        if (time.isZero()) {
            return period.toString();
        }
        return period.isZero() ? time.toString() : period + time.toString().substring(1);
    }

    /** In words: {@code 1 year}, {@code 90 days}, {@code 12 hours}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        append(words, period.getYears(), "year");
        append(words, period.getMonths(), "month");
        append(words, period.getDays(), "day");
        append(words, time.toHours(), "hour");
        append(words, time.toMinutesPart(), "minute");
        append(words, time.toSecondsPart(), "second");
        return words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count != 0) {
            words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
            words.append(count == 1 ? "" : "s");
        }
    }

    @Override
    public String toString() {
        return iso();
    }
}
