package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.ledger.CertificateLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, signs, judges and records CRLs. */
public final class CrlIssuer {
    private static final Logger log = LoggerFactory.getLogger(CrlIssuer.class);

    private final EntrySource source;
    private final CrlDraft draft;
    private final CrlArchive archive;
    private final Journal journal;
    private final ClockGuard clock;
    private final CrlInspection inspection;
    /** One CRL at a time: each number is one above what the one before has recorded. */
    private final ReentrantLock turn = new ReentrantLock();

    /** The last CRL of each CA that was made by this process. */
    private final Map<String, EntrySource.Standing> standings = new HashMap<>();

    /** @param spool where CRLs are written before they are published */
    public CrlIssuer(CertificateLedger ledger, CrlArchive archive, Journal journal, CrlSpool spool, Clock clock) {
        this.archive = archive;
        this.journal = journal;
        this.clock = new ClockGuard(journal, clock);
        this.source = new EntrySource(ledger, journal, spool);
        this.draft = new CrlDraft(spool);
        this.inspection = new CrlInspection(ledger);
    }

    /**
     * Returns a CRL that is recorded in the journal and passed every check of SECURITY.md rule 11 but the file's. It lists
     * every revocation that was durable before the call.
     *
     * <p>It is made from the CRL before it and the journal since, when that one was made here; else, and whenever that
     * fails, from the whole ledger.
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
            Made made = made(issuer, terms, predecessor);
            SignedCrl crl = record(actor, made.unjudged().crl());
            standings.put(
                    issuer.name(),
                    new EntrySource.Standing(
                            crl,
                            made.unjudged().entries(),
                            made.unjudged().meant(),
                            made.gathered().listedFrom(),
                            made.gathered().through()));
            return crl;
        } finally {
            turn.unlock();
        }
    }

    /** Signed and judged, and what it was made of. */
    private record Made(CrlDraft.Unjudged unjudged, EntrySource.Gathered gathered) {}

    private Made made(Issuer issuer, CrlTerms terms, Optional<SignedCrl> predecessor) {
        // Taken away: what fails is not tried again from there.
        Optional<EntrySource.Standing> standing = Optional.ofNullable(standings.remove(issuer.name()))
                .filter(last -> predecessor.filter(last.crl()::equals).isPresent());
        if (standing.isPresent()) {
            try {
                return made(issuer, terms, predecessor, predecessor, standing);
            } catch (RuntimeException | InternalError e) {
                // InternalError is how a mapped file says that it has become shorter.
                log.warn(
                        "The CRL of {} cannot follow from the one before it and is made from the whole ledger instead",
                        issuer.name(),
                        e);
            }
        }
        return fromLedger(issuer, terms, predecessor);
    }

    /** A published file that was written into says nothing any more about what must not be missing. */
    private Made fromLedger(Issuer issuer, CrlTerms terms, Optional<SignedCrl> predecessor) {
        try {
            return made(issuer, terms, predecessor, predecessor, Optional.empty());
        } catch (CrlFaultException e) {
            if (predecessor.isEmpty() || predecessor.get().octets().intact()) {
                throw e;
            }
            log.error(
                    "The file of CRL {} of {} was damaged while it was in force; a new one is made without it",
                    predecessor.get().number(),
                    issuer.name(),
                    e);
            return made(issuer, terms, predecessor, Optional.empty(), Optional.empty());
        }
    }

    /** @param compared the predecessor, when it can be compared with */
    private Made made(
            Issuer issuer,
            CrlTerms terms,
            Optional<SignedCrl> predecessor,
            Optional<SignedCrl> compared,
            Optional<EntrySource.Standing> standing) {
        Unsettled unsettled = new Unsettled(journal);
        while (true) {
            unsettled.begin();
            CrlFrame frame = frame(issuer, terms, predecessor);
            Made made = drafted(issuer, frame, listedFrom(issuer, frame, predecessor), standing);
            boolean good = false;
            try {
                good = unsettled.settle(made.unjudged().crl(), inspection.inspect(made.unjudged(), issuer, compared));
            } finally {
                if (!good) {
                    discard(made.unjudged().crl());
                }
            }
            if (good) {
                return made;
            }
        }
    }

    private Made drafted(Issuer issuer, CrlFrame frame, Instant listedFrom, Optional<EntrySource.Standing> standing) {
        try {
            EntrySource.Gathered gathered = standing.isPresent()
                    ? source.since(standing.get(), issuer.name(), listedFrom)
                    : source.fromLedger(issuer.name(), listedFrom);
            return new Made(draft.sign(issuer, frame, gathered.entries()), gathered);
        } catch (IOException e) {
            throw unwritten(issuer, frame.number(), e);
        }
    }

    private static void discard(SignedCrl crl) {
        try {
            crl.octets().discard();
        } catch (IOException e) {
            log.warn("CRL {} of {}, which was thrown away, cannot be deleted", crl.number(), crl.issuer(), e);
        }
    }

    private static CrlFaultException unwritten(Issuer issuer, CrlNumber number, IOException cause) {
        return new CrlFaultException(
                "CRL " + number + " of \"" + issuer.name() + "\" could not be written: " + cause.getMessage()
                        + ". The CRL before it stays in force.",
                cause);
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
