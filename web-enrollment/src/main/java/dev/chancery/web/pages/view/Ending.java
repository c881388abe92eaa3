package dev.chancery.web.pages.view;

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
                "Revoked " + at.relative() + ": "
                        + ReasonWords.of(revocation.reason()).words(),
                "Since " + at.exact() + " it stands on the revocation list: whoever checks that list refuses it. This"
                        + " cannot be taken back.",
                compromised
                        ? "Replace it wherever it is installed: make a new key, since this one is barred, and request a"
                                + " successor."
                        : "Replace it wherever it is still installed.");
    }

    private static Ending held(RevocationStatus revocation, Moments moments) {
        Moment at = moments.at(revocation.revokedAt());
        return new Ending(
                "On hold since " + at.relative().replace(" ago", ""),
                "Since " + at.exact()
                        + " it stands on the revocation list: whoever checks that list refuses it until it"
                        + " is released.",
                "An officer can release it, which makes it good again, or revoke it for good. Until then, install"
                        + " another one where you cannot wait.");
    }

    private static Ending expired(Moment end) {
        return new Ending(
                "Expired " + end.relative(),
                "It was good until " + end.exact() + ". Clients refuse it now.",
                "Replace it wherever it is still installed.");
    }
}
