package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.RevocationReason;
import java.util.Optional;

/**
 * Why nobody trusts a certificate any more, which comes before everything else about it.
 *
 * @param what has happened: {@code Revoked 12 days ago: superseded}
 * @param meaning what that means to those who meet it
 * @param advice what to do
 */
public record Ending(String what, String meaning, String advice) {

    /** Empty while the certificate is good. */
    static Optional<Ending> of(CertificateRecord record, Moments moments) {
        return switch (record.status(moments.now())) {
            case VALID -> Optional.empty();
            case REVOKED -> record.revocation().map(revocation -> revoked(revocation, moments));
            case HELD -> record.revocation().map(revocation -> held(revocation, moments));
            case EXPIRED ->
                Optional.of(expired(moments.at(record.certificate().validity().notAfter())));
        };
    }

    private static Ending revoked(RevocationStatus revocation, Moments moments) {
        Moment at = moments.at(revocation.revokedAt());
        boolean compromised = revocation.reason() == RevocationReason.KEY_COMPROMISE;
        return new Ending(
                plain(
                        "certificates.ending.revoked",
                        at.relative(),
                        ReasonWords.of(revocation.reason()).words()),
                plain("certificates.ending.revoked.meaning", at.exact()),
                compromised ? plain("certificates.ending.revoked.key") : plain("certificates.ending.replace"));
    }

    private static Ending held(RevocationStatus revocation, Moments moments) {
        Moment at = moments.at(revocation.revokedAt());
        return new Ending(
                plain("certificates.ending.held", at.relative().replace(" ago", "")),
                plain("certificates.ending.held.meaning", at.exact()),
                plain("certificates.ending.held.advice"));
    }

    private static Ending expired(Moment end) {
        return new Ending(
                plain("certificates.ending.expired", end.relative()),
                plain("certificates.ending.expired.meaning", end.exact()),
                plain("certificates.ending.replace"));
    }
}
