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
 * <p>Read from ISO 8601 ({@code P1Y}, {@code P90D}, {@code PT12H}) or words ({@code 1 year}, {@code 397 days}).
 */
public record ValidityLength(Period period, Duration time) {
    private static final Pattern WORDS =
            Pattern.compile("([0-9]{1,6})\\s*(years?|y|months?|weeks?|w|days?|d|hours?|h|minutes?|min)");

    public ValidityLength {
        if (period.isNegative() || time.isNegative() || period.isZero() && time.isZero()) {
            throw new IllegalArgumentException("a validity is longer than nothing");
        }
    }

    public static ValidityLength of(String text) {
        String stripped = text.strip();
        try {
            if (stripped.toUpperCase(Locale.ROOT).startsWith("P")) {
                int t = stripped.toUpperCase(Locale.ROOT).indexOf('T');
                Period period = t == 1 ? Period.ZERO : Period.parse(t < 0 ? stripped : stripped.substring(0, t));
                Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + stripped.substring(t));
                return new ValidityLength(period, time);
            }
            Matcher words = WORDS.matcher(stripped.toLowerCase(Locale.ROOT));
            if (words.matches()) {
                return ofWords(Integer.parseInt(words.group(1)), words.group(2));
            }
        } catch (DateTimeException | ArithmeticException e) {
            // The message below says what is expected.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no length of time; write P1Y, P90D, PT12H, or 1 year, 90 days, 12 hours");
    }

    private static ValidityLength ofWords(int count, String unit) {
        return switch (unit.charAt(0)) {
            case 'y' -> new ValidityLength(Period.ofYears(count), Duration.ZERO);
            case 'w' -> new ValidityLength(Period.ofWeeks(count), Duration.ZERO);
            case 'd' -> new ValidityLength(Period.ofDays(count), Duration.ZERO);
            case 'h' -> new ValidityLength(Period.ZERO, Duration.ofHours(count));
            default ->
                unit.startsWith("mo")
                        ? new ValidityLength(Period.ofMonths(count), Duration.ZERO)
                        : new ValidityLength(Period.ZERO, Duration.ofMinutes(count));
        };
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
