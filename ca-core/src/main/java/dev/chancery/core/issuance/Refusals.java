package dev.chancery.core.issuance;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Validity;
import java.util.List;

/** Every reason for which issuance says no, in words that its reader can act upon. */
final class Refusals {
    private Refusals() {}

    static Refused of(List<Objection> objections) {
        return new Refused(objections, false);
    }

    static Objection compromisedKey() {
        return Objection.of(
                "key-compromised",
                "csr",
                "This public key was in a certificate that was revoked because the key was compromised. Make a new key"
                        + " pair and send a new request.");
    }

    static Objection outsideIssuer(Validity wanted, Issuer issuer) {
        return Objection.of(
                "validity-outside-issuer",
                "validity",
                "The certificate would be valid " + words(wanted) + ", but the CA \"" + issuer.name() + "\" only "
                        + words(issuer.certificate().validity()) + ". Ask for a shorter validity.");
    }

    static Objection revokedIssuer(Issuer issuer, RevocationStatus status) {
        return Objection.of(
                "issuer-revoked",
                "profile",
                "The CA \"" + issuer.name() + "\" was revoked at " + status.revokedAt() + " ("
                        + status.reason().rfcName() + ") and signs nothing more. Ask for a profile of another CA.");
    }

    static Objection offlineIssuer(Issuer issuer) {
        return Objection.of(
                "issuer-offline",
                "profile",
                "The CA \"" + issuer.name()
                        + "\" is offline: its key is not on this server. Ask for a profile of another" + " CA.");
    }

    static Refused keyReused(String key, CertificateRecord earlier) {
        return of(List.of(Objection.of(
                "idempotency-key-reused",
                "Idempotency-Key",
                "The Idempotency-Key \"" + key + "\" led to certificate " + earlier.serial() + " of the profile \""
                        + earlier.profile() + "\", and this request is for another public key or profile. Send it"
                        + " with a new Idempotency-Key.")));
    }

    static Refused notPending(AppendOutcome.Conflict conflict) {
        return of(List.of(Objection.of(
                "request-not-pending",
                "request",
                "Somebody else decided in the meantime: " + conflict.detail() + ". Nothing was issued now.")));
    }

    /** The request passed its profile, so it is the profile or Chancery that is wrong. */
    static Refused linted(String profile, List<Finding> findings) {
        return of(findings.stream()
                .map(finding -> Objection.of(
                        finding.rule(),
                        finding.field(),
                        finding.message() + " (" + finding.citation()
                                + "). The certificate was not signed. The profile \""
                                + profile + "\" allows what this rule forbids: tell the CA's administrator, the request"
                                + " itself need not be at fault."))
                .toList());
    }

    static String words(Validity validity) {
        return "from " + validity.notBefore() + " to " + validity.notAfter();
    }
}
