package dev.chancery.web.certificates;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.certificates.Selection.Chosen;
import dev.chancery.web.certificates.Selection.LeftAlone;
import dev.chancery.web.certificates.Selection.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Revokes the certificates that somebody named, and no other: whoever is asked to confirm sees the very same list. */
public final class BulkRevocation {
    /** What one person can take in and one request can carry. */
    public static final int MOST = 1000;

    private final CertificateLedger ledger;
    private final Revocations revocations;
    private final Authorization authorization;

    public BulkRevocation(CertificateLedger ledger, Revocations revocations, Authorization authorization) {
        this.ledger = ledger;
        this.revocations = revocations;
        this.authorization = authorization;
    }

    /** @param serials hexadecimal, each counted once */
    public Selection select(Requester who, List<String> serials) {
        List<Chosen> revocable = new ArrayList<>();
        List<LeftAlone> leftAlone = new ArrayList<>();
        for (String text : new LinkedHashSet<>(serials)) {
            Optional<CertificateRecord> found = parse(text).flatMap(ledger::find);
            Optional<Why> why = found.isPresent() ? why(who, found.get()) : Optional.of(Why.UNKNOWN);
            if (why.isPresent()) {
                // What somebody may not read is not shown to them either.
                leftAlone.add(new LeftAlone(
                        serials.indexOf(text), text, found.filter(one -> why.get() == Why.REVOKED_BEFORE), why.get()));
            } else {
                CertificateRecord certificate = found.orElseThrow();
                revocable.add(new Chosen(
                        certificate, authorization.require(who, Permission.REVOKE_CERTIFICATE, object(certificate))));
            }
        }
        return new Selection(revocable, leftAlone);
    }

    private Optional<Why> why(Requester who, CertificateRecord certificate) {
        if (!authorization.allows(who, Permission.REVOKE_CERTIFICATE, object(certificate))) {
            return Optional.of(Why.NOT_ALLOWED);
        }
        return certificate.revocation().filter(status -> !status.onHold()).map(status -> Why.REVOKED_BEFORE);
    }

    private static AccessObject object(CertificateRecord certificate) {
        return new AccessObject(certificate.serial().hex(), certificate.requester());
    }

    private static Optional<SerialNumber> parse(String text) {
        try {
            return Optional.of(SerialNumber.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What became of each of those that were revocable, in their order. */
    public List<RevocationOutcome> revoke(
            Selection selection, RevocationReason reason, Optional<Instant> invalidityDate) {
        return revocations.revokeAll(
                selection.revocable().stream().map(Chosen::permit).toList(), reason, invalidityDate);
    }
}
