package dev.chancery.core.revocation;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import java.time.Instant;
import java.util.Optional;

/** What may be said about a revocation, and why not. */
final class RevocationRules {
    private RevocationRules() {}

    static Optional<Objection> objection(CertificateRecord record, Optional<Instant> invalidFrom, Instant now) {
        EncodedCertificate certificate = record.certificate();
        if (certificate.selfIssued() && certificate.isCa()) {
            return Optional.of(Objection.of(
                    "root-not-revocable",
                    "serial",
                    "The certificate of \"" + certificate.subject().shortName()
                            + "\" is a root: it would stand on a CRL"
                            + " that it signs itself, and nobody could trust that. Remove it from the trust stores."));
        }
        return invalidFrom.flatMap(date -> dateObjection(certificate, date, now));
    }

    /** RFC 5280 §5.3.2: the key was distrusted in the past, while there was a certificate to distrust. */
    private static Optional<Objection> dateObjection(EncodedCertificate certificate, Instant date, Instant now) {
        if (date.isAfter(now)) {
            return Optional.of(Objection.suggesting(
                    "invalidity-date-in-future",
                    "invalidityDate",
                    "The invalidity date " + date + " is in the future; it says since when the key is known or"
                            + " suspected to be bad. It is now " + now + ".",
                    now.toString()));
        }
        Instant notBefore = certificate.validity().notBefore();
        return date.isBefore(notBefore)
                ? Optional.of(Objection.suggesting(
                        "invalidity-date-too-early",
                        "invalidityDate",
                        "The invalidity date " + date + " is before the certificate was valid (" + notBefore
                                + "). To distrust it from its beginning, give that date.",
                        notBefore.toString()))
                : Optional.empty();
    }

    static Objection alreadyRevoked(CertificateRecord record) {
        String fate = record.revocation()
                .map(status -> status.onHold()
                        ? "on hold since " + status.revokedAt()
                        : "revoked since " + status.revokedAt() + " ("
                                + status.reason().rfcName() + ")")
                .orElse("revoked");
        return Objection.of(
                "already-revoked",
                "serial",
                "Certificate " + record.serial() + " is " + fate + ". "
                        + (record.revocation().filter(status -> status.onHold()).isPresent()
                                ? "Release it, or revoke it for another reason."
                                : "Nothing was changed; a revocation cannot be undone or altered."));
    }

    static Objection notOnHold(CertificateRecord record) {
        String state = record.revocation()
                .map(status -> "revoked for " + status.reason().rfcName() + ", which is final: issue a new one")
                .orElse("not revoked, so there is nothing to release");
        return Objection.of(
                "not-on-hold",
                "serial",
                "Only a certificate that is on hold can be released. Certificate " + record.serial() + " is " + state
                        + ".");
    }
}
