package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.ledger.CertificateLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Makes, signs, judges and records CRLs. */
public final class CrlIssuer {
    private final CertificateLedger ledger;
    private final CrlArchive archive;
    private final Journal journal;
    private final ClockGuard clock;
    private final CrlInspection inspection;
    /** One CRL at a time: each number is one above what the one before has recorded. */
    private final ReentrantLock turn = new ReentrantLock();

    public CrlIssuer(CertificateLedger ledger, CrlArchive archive, Journal journal, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.journal = journal;
        this.clock = new ClockGuard(journal, clock);
        this.inspection = new CrlInspection(ledger);
    }

    /**
     * Returns a CRL that is recorded in the journal and passed every check of SECURITY.md rule 11 but the file's. It lists
     * every revocation that was durable before the call.
     *
     * @param actor who asked; {@link Requester#system()} for the schedule
     * @param predecessor the last published CRL of that scope, if it could be read: its number is never repeated and its
     *     unexpired entries may not vanish
     * @throws CrlFaultException when the finished CRL fails a check; nothing was recorded or published
     * @throws dev.chancery.core.journal.ClockFaultException when the clock has run backwards
     */
    public SignedCrl issue(
            Requester actor, Issuer issuer, CrlScope.Full scope, CrlTerms terms, Optional<SignedCrl> predecessor) {
        turn.lock();
        try {
            Unsettled unsettled = new Unsettled(journal);
            while (true) {
                unsettled.begin();
                CrlDraft.Unjudged unjudged = draft(issuer, frame(issuer, terms, predecessor), predecessor);
                if (unsettled.settle(unjudged.crl(), inspection.inspect(unjudged, issuer, predecessor))) {
                    return record(actor, unjudged.crl());
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private CrlDraft.Unjudged draft(Issuer issuer, CrlFrame frame, Optional<SignedCrl> predecessor) {
        CrlDraft draft = new CrlDraft(issuer, frame);
        ledger.revoked(issuer.name(), listedFrom(issuer, frame, predecessor), draft::add);
        return draft.sign();
    }

    private CrlFrame frame(Issuer issuer, CrlTerms terms, Optional<SignedCrl> predecessor) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant backdated = now.minus(terms.backdate());
        // A clock that was set back a little must not make a CRL older than the one it replaces.
        Instant thisUpdate = predecessor
                .map(SignedCrl::thisUpdate)
                .filter(before -> before.isAfter(backdated))
                .orElse(backdated);
        CrlNumber highest = archive.highest(issuer.name(), issuer.name());
        CrlNumber number = highest.max(predecessor.map(SignedCrl::number).orElse(CrlNumber.ZERO))
                .next();
        return new CrlFrame(number, now, thisUpdate, now.plus(terms.lifetime()), now.plus(terms.interval()));
    }

    /** A certificate stays until one CRL was issued after its end (SECURITY.md rule 12): what ended since the last one. */
    private Instant listedFrom(Issuer issuer, CrlFrame frame, Optional<SignedCrl> predecessor) {
        return predecessor
                .map(SignedCrl::thisUpdate)
                .or(() -> archive.list(issuer.name(), 1).stream()
                        .map(CrlArchive.Entry::thisUpdate)
                        .findFirst())
                .orElse(frame.thisUpdate());
    }

    private SignedCrl record(Requester actor, SignedCrl crl) {
        JournalEvent signed = new JournalEvent.CrlSigned(
                crl.issuer(),
                crl.issuer(),
                crl.number().value(),
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.entries(),
                crl.octets().sha256());
        return journal.record(actor, List.of(signed)).fold(recorded -> crl, conflict -> {
            throw new CrlFaultException("CRL " + crl.number() + " of \"" + crl.issuer()
                    + "\" was not recorded and is not"
                    + " published: " + conflict.detail() + ". Another node may have signed one at the same moment;"
                    + " publish again.");
        });
    }
}
