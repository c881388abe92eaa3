package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Takes in the CRL of a CA whose key is elsewhere, by the same rules as our own (SECURITY.md rule 11). */
public final class CrlAcceptance {
    private final CrlArchive archive;
    private final Journal journal;
    private final ClockGuard clock;
    private final ForeignCrlJudge judge;
    private final ReentrantLock turn = new ReentrantLock();

    public CrlAcceptance(CertificateLedger ledger, CrlArchive archive, Journal journal, Clock clock) {
        this.archive = archive;
        this.journal = journal;
        this.clock = new ClockGuard(journal, clock);
        this.judge = new ForeignCrlJudge(ledger);
    }

    /**
     * Recorded in the journal when it is accepted; then it is ready to be published. One that was recorded and never came
     * to be published is accepted again.
     *
     * @param actor who brought it, and was permitted to
     * @param octets as they came, DER
     * @param predecessor the CRL in force, if there is one
     */
    public UploadOutcome accept(Requester actor, Issuer issuer, Der octets, Optional<SignedCrl> predecessor) {
        if (!issuer.offline()) {
            return refused(Objection.of(
                    "crl-not-offline",
                    ForeignCrlJudge.FIELD,
                    "The key of the CA \"" + issuer.name() + "\" is on this server, which signs its CRLs by itself."
                            + " Only the CRL of an offline CA is uploaded."));
        }
        turn.lock();
        try {
            Instant now = clock.now();
            CrlNumber highest = archive.highest(issuer.name(), issuer.name());
            List<Objection> objections = judge.objections(issuer, octets, predecessor, highest, now);
            if (objections.isEmpty()) {
                return record(actor, read(issuer, octets));
            }
            boolean known = objections.stream().allMatch(one -> one.rule().equals(ForeignCrlJudge.NUMBER_NOT_RISING))
                    && recordedOnly(read(issuer, octets), predecessor);
            return known ? new UploadOutcome.Accepted(read(issuer, octets)) : new UploadOutcome.Refused(objections);
        } finally {
            turn.unlock();
        }
    }

    private static SignedCrl read(Issuer issuer, Der octets) {
        return CrlReader.read(issuer.name(), issuer.certificate(), CrlOctets.of(octets));
    }

    /** Whether it was recorded by an earlier call that was cut short before it was published. */
    private boolean recordedOnly(SignedCrl crl, Optional<SignedCrl> inForce) {
        return inForce.filter(before -> before.number().compareTo(crl.number()) >= 0)
                        .isEmpty()
                && archive.list(crl.issuer(), 1).stream()
                        .anyMatch(last -> last.number().equals(crl.number())
                                && last.thisUpdate().equals(crl.thisUpdate())
                                && last.nextUpdate().equals(crl.nextUpdate())
                                && last.entries() == crl.entries());
    }

    private UploadOutcome record(Requester actor, SignedCrl crl) {
        JournalEvent signed = new JournalEvent.CrlSigned(
                crl.issuer(),
                crl.issuer(),
                crl.number().value(),
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.entries(),
                crl.octets().sha256());
        return journal.record(actor, List.of(signed))
                .fold(
                        recorded -> new UploadOutcome.Accepted(crl),
                        conflict -> refused(Objection.of(
                                ForeignCrlJudge.NUMBER_NOT_RISING,
                                ForeignCrlJudge.FIELD,
                                "It was not recorded: " + conflict.detail() + ". Sign one with a higher number.")));
    }

    private static UploadOutcome refused(Objection objection) {
        return new UploadOutcome.Refused(List.of(objection));
    }
}
