package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.crl.SignedCrl;
import dev.chancery.web.pages.text.Texts;
import java.time.Duration;
import java.time.Instant;

/**
 * A CRL in force.
 *
 * @param next when its successor is due
 * @param ends nextUpdate: from then on validating servers refuse every certificate
 * @param ended nextUpdate has passed
 * @param age how long ago it was published, {@code 4 minutes}
 * @param overdue no successor came when it was due
 * @param revoked how many it lists, as text
 */
public record CrlRow(
        String number,
        Moment published,
        Moment next,
        Moment ends,
        boolean ended,
        String age,
        boolean overdue,
        String revoked) {
    public static CrlRow of(SignedCrl crl, Moments moments) {
        Instant now = moments.now();
        return new CrlRow(
                crl.number().toString(),
                moments.at(crl.signedAt()),
                moments.at(crl.nextPublish()),
                moments.at(crl.nextUpdate()),
                crl.nextUpdate().isBefore(now),
                age(Duration.between(crl.signedAt(), now)),
                crl.nextPublish().isBefore(now),
                Texts.number(crl.entries()));
    }

    private static String age(Duration length) {
        String span = Moments.span(length);
        return span.isEmpty() ? plain("moment.underMinute") : span;
    }
}
