package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.ledger.CertificateRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * A status as a word and a shape.
 *
 * @param kind names the shape and colour in the style sheet
 * @param word says the same to everybody
 */
public record StatusMark(String kind, String word) {
    /** From when on a certificate "ends soon". */
    public static final Duration SOON = Duration.ofDays(30);

    public static StatusMark of(CertificateRecord certificate, Instant now) {
        return switch (certificate.status(now)) {
            case REVOKED -> new StatusMark("revoked", plain("certificates.status.revoked"));
            case HELD -> new StatusMark("held", plain("certificates.status.held"));
            case EXPIRED -> new StatusMark("expired", plain("certificates.status.expired"));
            case VALID ->
                certificate.certificate().validity().notAfter().isBefore(now.plus(SOON))
                        ? new StatusMark("soon", plain("certificates.status.soon"))
                        : new StatusMark("valid", plain("certificates.status.valid"));
        };
    }

    /** The same shape with more to say: {@code Valid, ends in 364 days}. */
    public StatusMark saying(String words) {
        return new StatusMark(kind, words);
    }
}
