package dev.chancery.core.revocation;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Revokes, holds and releases. */
public final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String ANY = "*";

    /** So many wait for the disk together: far fewer than the journal lets wait. */
    private static final int TOGETHER = 200;

    private final Journal journal;
    private final CertificateLedger ledger;
    private final Clock clock;
    private final RevocationListener listener;

    public Revocations(Journal journal, CertificateLedger ledger, Clock clock, RevocationListener listener) {
        this.journal = journal;
        this.ledger = ledger;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Returns when it is durable; the listener has been told. A hold may become final. An expired certificate may be
     * revoked as well: no CRL lists it any more, but its key is barred from then on when it was compromised.
     *
     * @param permit for REVOKE_CERTIFICATE on this serial
     */
    public RevocationOutcome revoke(
            Permit permit, SerialNumber serial, RevocationReason reason, Optional<Instant> invalidityDate) {
        Requester actor = require(permit, Permission.REVOKE_CERTIFICATE, serial);
        return draft(serial, reason, invalidityDate)
                .fold(refusal -> refusal, draft -> change(actor, draft.certificate(), draft.event()));
    }

    /**
     * The same for many at once: each is judged by itself, and they share the flushes to disk.
     *
     * @param permits each for REVOKE_CERTIFICATE on one serial
     * @return what became of each, in their order
     */
    public List<RevocationOutcome> revokeAll(
            List<Permit> permits, RevocationReason reason, Optional<Instant> invalidityDate) {
        List<RevocationOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < permits.size(); from += TOGETHER) {
            List<Supplier<RevocationOutcome>> waiting = new ArrayList<>();
            for (Permit permit : permits.subList(from, Math.min(from + TOGETHER, permits.size()))) {
                waiting.add(begin(permit, reason, invalidityDate));
            }
            waiting.forEach(one -> outcomes.add(one.get()));
        }
        return outcomes;
    }

    private Supplier<RevocationOutcome> begin(
            Permit permit, RevocationReason reason, Optional<Instant> invalidityDate) {
        SerialNumber serial = SerialNumber.parse(permit.object());
        Requester actor = require(permit, Permission.REVOKE_CERTIFICATE, serial);
        return draft(serial, reason, invalidityDate).fold(refusal -> () -> refusal, draft -> {
            CompletableFuture<AppendOutcome> appended = journal.append(actor, draft.event());
            return () -> changed(draft.certificate(), Journal.await(appended));
        });
    }

    /** What is going to be recorded, or why nothing is. */
    private record Draft(
            Optional<RevocationOutcome> refusal, Optional<CertificateRecord> found, Optional<JournalEvent> recorded) {
        static Draft refused(RevocationOutcome outcome) {
            return new Draft(Optional.of(outcome), Optional.empty(), Optional.empty());
        }

        CertificateRecord certificate() {
            return found.orElseThrow();
        }

        JournalEvent event() {
            return recorded.orElseThrow();
        }

        <T> T fold(Function<RevocationOutcome, T> refused, Function<Draft, T> ready) {
            return refusal.map(refused).orElseGet(() -> ready.apply(this));
        }
    }

    private Draft draft(SerialNumber serial, RevocationReason reason, Optional<Instant> invalidityDate) {
        Optional<CertificateRecord> found = ledger.find(serial);
        if (found.isEmpty()) {
            return Draft.refused(notFound(serial));
        }
        CertificateRecord certificate = found.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> invalidFrom = invalidityDate.map(date -> date.truncatedTo(ChronoUnit.SECONDS));
        Optional<Objection> objection = RevocationRules.objection(certificate, invalidFrom, now);
        if (objection.isPresent()) {
            return Draft.refused(new RevocationOutcome.Refused(objection.get()));
        }
        // X.509, hold instruction code: a hold that becomes final keeps the date on which it was placed.
        Instant revokedAt = certificate
                .revocation()
                .filter(RevocationStatus::onHold)
                .map(RevocationStatus::revokedAt)
                .orElse(now);
        return new Draft(
                Optional.empty(),
                found,
                Optional.of(new JournalEvent.CertificateRevoked(
                        certificate.issuer(), serial, reason, revokedAt, invalidFrom)));
    }

    /**
     * Releases a hold, and nothing else.
     *
     * @param permit for RELEASE_HOLD on this serial
     */
    public RevocationOutcome release(Permit permit, SerialNumber serial) {
        Requester actor = require(permit, Permission.RELEASE_HOLD, serial);
        Optional<CertificateRecord> found = ledger.find(serial);
        if (found.isEmpty()) {
            return notFound(serial);
        }
        CertificateRecord certificate = found.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return change(actor, certificate, new JournalEvent.HoldReleased(certificate.issuer(), serial, now));
    }

    private static Requester require(Permit permit, Permission permission, SerialNumber serial) {
        Requester actor = permit.require(permission);
        if (!permit.object().equals(ANY) && !permit.object().equals(serial.hex())) {
            throw new IllegalStateException(
                    "a permit for certificate " + permit.object() + " was used for certificate " + serial.hex());
        }
        return actor;
    }

    private RevocationOutcome change(Requester actor, CertificateRecord certificate, JournalEvent event) {
        return changed(certificate, journal.record(actor, event));
    }

    private RevocationOutcome changed(CertificateRecord certificate, AppendOutcome appended) {
        return appended.fold(
                recorded -> {
                    tell(certificate);
                    return ledger.find(certificate.issuer(), certificate.serial())
                            .<RevocationOutcome>map(RevocationOutcome.Changed::new)
                            .orElseThrow();
                },
                conflict -> conflicting(certificate, conflict));
    }

    private RevocationOutcome conflicting(CertificateRecord certificate, AppendOutcome.Conflict conflict) {
        return switch (conflict.kind()) {
            case UNKNOWN_CERTIFICATE -> notFound(certificate.serial());
            case ALREADY_REVOKED ->
                new RevocationOutcome.Conflicting(RevocationRules.alreadyRevoked(
                        ledger.find(certificate.issuer(), certificate.serial()).orElse(certificate)));
            case NOT_ON_HOLD -> new RevocationOutcome.Conflicting(RevocationRules.notOnHold(certificate));
            default -> throw new IllegalStateException("a revocation cannot conflict so: " + conflict);
        };
    }

    private static RevocationOutcome notFound(SerialNumber serial) {
        return new RevocationOutcome.NotFound(Objection.of(
                "certificate-unknown",
                "serial",
                "No certificate with the serial " + serial.hex() + " was issued here. Compare it with the certificate's"
                        + " own serial number."));
    }

    /** What is durable stands, whatever becomes of its publication: the schedule publishes it later. */
    private void tell(CertificateRecord certificate) {
        try {
            listener.statusChanged(certificate);
        } catch (RuntimeException e) {
            LOG.error(
                    "A change of status of a certificate of \"{}\" is recorded, but its publication could not be"
                            + " started. The next scheduled CRL will show it.",
                    certificate.issuer(),
                    e);
        }
    }
}
