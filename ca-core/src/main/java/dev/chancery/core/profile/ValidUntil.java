package dev.chancery.core.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The last second of a validity: {@code 2030-12-31}, the whole day in UTC, or {@code 2030-12-31T12:00:00Z}. */
public record ValidUntil(Instant instant) {
    /** GeneralizedTime ends with the year 9999 (RFC 5280 §4.1.2.5). */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public ValidUntil {
        if (instant.isAfter(LAST) || instant.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("a certificate ends between the years 1970 and 9999");
        }
    }

    public static ValidUntil of(String text) {
        try {
            return new ValidUntil(
                    text.strip().length() > 10
                            ? Instant.parse(text.strip())
                            : LocalDate.parse(text.strip())
                                    .plusDays(1)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC)
                                    .minusSeconds(1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is no date; write 2030-12-31, or 2030-12-31T12:00:00Z", e);
        }
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
