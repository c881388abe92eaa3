package dev.chancery.web.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A month or a day in which certificates end (UTC).
 *
 * @param text {@code 2026-12} or {@code 2026-12-14}; empty for any time
 * @param before not included
 */
record EndSpan(String text, Optional<Instant> from, Optional<Instant> before) {
    static final EndSpan ANY = new EndSpan("", Optional.empty(), Optional.empty());

    /** What is neither a month nor a day is any time. */
    static EndSpan of(String text) {
        try {
            if (text.length() == 7) {
                YearMonth month = YearMonth.parse(text);
                return of(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
            }
            LocalDate day = LocalDate.parse(text);
            return of(day.toString(), day, day.plusDays(1));
        } catch (DateTimeException e) {
            return ANY;
        }
    }

    private static EndSpan of(String text, LocalDate from, LocalDate before) {
        return new EndSpan(text, Optional.of(start(from)), Optional.of(start(before)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean any() {
        return text.isEmpty();
    }

    boolean month() {
        return text.length() == 7;
    }
}
