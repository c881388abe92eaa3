package dev.chancery.core.x509;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;

/**
 * Times as RFC 5280 §4.1.2.5 wants them: Zulu, seconds, no fractions.
 *
 * <p>Formatted here because Bouncy Castle formats a {@code Date} in the default locale, whose calendar and digits may be
 * other ones.
 */
public final class X509Time {
    private static final int FIRST_YEAR_OF_UTC_TIME = 1950;
    private static final int FIRST_YEAR_AFTER_UTC_TIME = 2050;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private X509Time() {}

    /** Time ::= CHOICE: UTCTime for 1950 to 2049, else GeneralizedTime. */
    public static ASN1Primitive time(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR_OF_UTC_TIME && year < FIRST_YEAR_AFTER_UTC_TIME
                ? new DERUTCTime(UTC.format(instant))
                : generalized(instant);
    }

    /** GeneralizedTime whatever the year, as invalidityDate is (RFC 5280 §5.3.2). */
    public static ASN1GeneralizedTime generalized(Instant instant) {
        return new DERGeneralizedTime(GENERALIZED.format(instant));
    }
}
