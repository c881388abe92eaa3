package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A Time as it was written (RFC 5280 §4.1.2.5).
 *
 * @param instant empty when it is not of the one allowed form, Zulu with seconds and without fractions
 */
record EncodedTime(int tag, String text, Optional<Instant> instant) {
    private static final int FIRST_GENERALIZED_YEAR = 2050;

    static EncodedTime read(DerCursor element, String what) {
        if (element.tag() != Asn1.UTC_TIME && element.tag() != Asn1.GENERALIZED_TIME) {
            throw new UnreadableException(what + " is no Time, at octet " + element.offset());
        }
        String text = Asn1.text(element);
        return new EncodedTime(element.tag(), text, instant(text, element.tag() == Asn1.UTC_TIME ? 2 : 4));
    }

    private static Optional<Instant> instant(String text, int yearDigits) {
        if (text.length() != yearDigits + 11 || text.charAt(yearDigits + 10) != 'Z') {
            return Optional.empty();
        }
        for (int i = 0; i < yearDigits + 10; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        int year = number(text, 0, yearDigits);
        if (yearDigits == 2) {
            year += year >= 50 ? 1900 : 2000;
        }
        try {
            return Optional.of(LocalDateTime.of(
                            year,
                            number(text, yearDigits, 2),
                            number(text, yearDigits + 2, 2),
                            number(text, yearDigits + 4, 2),
                            number(text, yearDigits + 6, 2),
                            number(text, yearDigits + 8, 2))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** Whether both can be read, and this is later. */
    boolean after(EncodedTime other) {
        return instant.isPresent() && other.instant.isPresent() && instant.get().isAfter(other.instant.get());
    }

    /** UTCTime through 2049 and GeneralizedTime from 2050 on; a UTCTime cannot say anything else. */
    boolean fittingType() {
        return tag == Asn1.UTC_TIME
                || instant.isEmpty()
                || instant.get().atOffset(ZoneOffset.UTC).getYear() >= FIRST_GENERALIZED_YEAR;
    }
}
