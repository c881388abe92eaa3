package dev.chancery.core.x509;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** A Time of RFC 5280 §4.1.2.5 as an instant. */
final class CertificateTime {
    private static final int DIGITS = 14;
    private static final String UTC = "GMT+00:00";

    private CertificateTime() {}

    /** The usual form is read here: Bouncy Castle makes a new date format for each, which takes longer than the rest. */
    static Instant instant(Time time) {
        String text = time.getTime();
        if (text.length() == DIGITS + UTC.length() && text.endsWith(UTC)) {
            try {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 4, 6),
                                number(text, 6, 8),
                                number(text, 8, 10),
                                number(text, 10, 12),
                                number(text, 12, 14))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException | NumberFormatException e) {
                // No such day or hour; the library's reader has an opinion on that.
            }
        }
        return time.getDate().toInstant();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
