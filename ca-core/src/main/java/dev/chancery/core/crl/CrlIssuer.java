package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.ClockFaultException;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, signs, judges and records CRLs. */
public final class CrlIssuer {
    private static final Logger log = LoggerFactory.getLogger(CrlIssuer.class);

    private final EntrySource source;
    private final CrlFrames frames;
    private final CrlNumbers numbers;
    private final CrlMaker maker;
    private final Journal journal;
    /** One CRL at a time: each number is one above what the one before has recorded. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Adoption adoption;
    /** The last CRL of each sequence, if the next one can be made from it. */
    private final Map<String, EntrySource.Standing> standings = new HashMap<>();
    /** What happened since the full CRL of each CA, as far as a delta CRL has looked. */
    private final Map<String, SinceBase> sinceBases = new HashMap<>();

    /** @param spool where CRLs are written before they are published */
    public CrlIssuer(CertificateLedger ledger, CrlArchive archive, Journal journal, CrlSpool spool, Clock clock) {
        this.journal = journal;
        this.source = new EntrySource(ledger, journal, spool);
        this.adoption = new Adoption(archive, journal);
        this.numbers = new CrlNumbers(archive, journal);
        this.frames = new CrlFrames(archive, numbers, journal, clock);
        this.maker = new CrlMaker(spool, new CrlInspection(ledger));
    }

    /**
     * Returns a CRL that is recorded in the journal and passed every check of SECURITY.md rule 11 but the file's. It lists
     * every revocation that was durable before the call.
     *
     * <p>It is made from the CRL before it and the journal since, when that one was made here or {@linkplain #adopt
     * adopted}; else, and whenever that fails, from the whole ledger.
     *
     * @param actor who asked; {@link Requester#system()} for the schedule
     * @param predecessor the last published CRL of that scope, if it could be read: its number is never repeated and its
     *     unexpired entries may not vanish
     * @throws CrlFaultException when the finished CRL fails a check; nothing was recorded or published
     * @throws dev.chancery.core.journal.ClockFaultException when the clock has run backwards
     */
    public SignedCrl issue(
            Requester actor, Issuer issuer, CrlScope.Complete scope, CrlTerms terms, Optional<SignedCrl> predecessor) {
        turn.lock();
        try {
            Made made = made(new Wanted(issuer, scope, terms, predecessor));
            SignedCrl crl = numbers.record(
                    actor, made.standing().crl(), Optional.of(made.standing().coverage()), made.difference());
            standings.put(scope.sequence(issuer.name()), made.standing());
            scope.partition()
                    .ifPresent(partition -> source.recorded(
                            issuer.name(), partition, made.standing().through()));
            return crl;
        } finally {
            turn.unlock();
        }
    }

    /**
     * The next CRL is made from this one, which an earlier process made; if the journal vouches for it.
     *
     * @param published verified already
     * @return whether nothing is amiss with serving it until the next one is there: false when the journal does not vouch
     *     for it, or knows of a later one, or of higher numbers, as after the restoration of a backup
     */
    public boolean adopt(Issuer issuer, SignedCrl published) {
        turn.lock();
        try {
            Optional<EntrySource.Standing> standing = adoption.of(published);
            standing.ifPresent(found -> standings.put(published.scope().sequence(issuer.name()), found));
            return standing.isPresent() && adoption.isNewest(published);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Reads the whole ledger and holds the last full CRL against it. Takes long; CRLs are made meanwhile.
     *
     * @param abandoned asked again and again
     * @return false when they differ: the next CRL is made from the ledger then
     * @throws java.util.concurrent.CancellationException when it was abandoned
     * @throws IOException when the disk refuses
     */
    public boolean confirm(Issuer issuer, BooleanSupplier abandoned) throws IOException {
        Optional<EntrySource.Standing> standing = standing(issuer.name());
        if (standing.isEmpty() || source.confirms(standing.get(), issuer.name(), abandoned)) {
            return true;
        }
        turn.lock();
        try {
            standings.remove(issuer.name());
        } finally {
            turn.unlock();
        }
        return false;
    }

    private Optional<EntrySource.Standing> standing(String sequence) {
        turn.lock();
        try {
            return Optional.ofNullable(standings.get(sequence));
        } finally {
            turn.unlock();
        }
    }

    /**
     * The delta CRL that belongs to a full CRL just issued (RFC 5280 §5.2.3): the same number and time, and with its base
     * the same list.
     *
     * @param full the last full CRL
     * @param base the full CRL before it
     * @throws CrlFaultException when the finished CRL fails a check; nothing was recorded or published
     */
    public SignedCrl issueDelta(Requester actor, Issuer issuer, CrlTerms terms, SignedCrl full, SignedCrl base) {
        turn.lock();
        try {
            if (!base.octets().intact()) {
                throw new CrlFaultException("The file of CRL " + base.number() + " of \"" + issuer.name()
                        + "\" was damaged after it was published, so that no delta CRL can say what has"
                        + " changed since.");
            }
            CrlFrame frame = frames.together(new CrlScope.Delta(base.number()), terms, full);
            return delta(actor, issuer, frame, DeltaEntries.between(base, full, full.signedAt()));
        } finally {
            turn.unlock();
        }
    }

    /**
     * A delta CRL between two full ones: every change since the one in force.
     *
     * @param base the full CRL in force; must be the last that was issued here
     * @param predecessor the last published delta CRL, if there is one
     * @throws CrlFaultException when the base was not issued here, or the finished CRL fails a check; nothing was
     *     recorded or published
     */
    public SignedCrl issueDelta(
            Requester actor, Issuer issuer, CrlTerms terms, SignedCrl base, Optional<SignedCrl> predecessor) {
        turn.lock();
        try {
            EntrySource.Standing standing = Optional.ofNullable(standings.get(issuer.name()))
                    .filter(last -> last.crl().equals(base))
                    .orElseThrow(() -> new CrlFaultException("A delta CRL of \"" + issuer.name() + "\" needs the full"
                            + " CRL before it to be the last that was made here; publish a full one first."));
            SinceBase known = SinceBase.of(standing, Optional.ofNullable(sinceBases.get(issuer.name())));
            SinceBase since = source.changes(known, standing, issuer.name());
            sinceBases.put(issuer.name(), since);
            CrlFrame frame = frames.between(issuer.name(), terms, base, predecessor);
            return delta(actor, issuer, frame, DeltaEntries.of(since.fates(), frame.signedAt()));
        } finally {
            turn.unlock();
        }
    }

    private SignedCrl delta(Requester actor, Issuer issuer, CrlFrame frame, ListedEntries entries) {
        CrlDraft.Unjudged unjudged = maker.draft(issuer, frame, entries);
        maker.judge(unjudged, issuer, Optional.empty(), missing -> true);
        return numbers.record(actor, unjudged.crl());
    }

    /** What was asked for. */
    private record Wanted(Issuer issuer, CrlScope.Complete scope, CrlTerms terms, Optional<SignedCrl> predecessor) {}

    /** @param difference to the predecessor, where there is one that can be read */
    private record Made(EntrySource.Standing standing, Optional<CrlDifference> difference) {}

    private Made made(Wanted wanted) {
        // Taken away: what fails is not tried again from there.
        Optional<EntrySource.Standing> standing = Optional.ofNullable(
                        standings.remove(wanted.scope().sequence(wanted.issuer().name())))
                .filter(last -> wanted.predecessor().filter(last.crl()::equals).isPresent());
        if (standing.isPresent()) {
            try {
                return made(wanted, wanted.predecessor(), standing);
            } catch (ClockFaultException e) {
                throw e;
            } catch (RuntimeException | InternalError e) {
                // InternalError is how a mapped file says that it has become shorter.
                log.warn(
                        "The CRL of {} cannot follow from the one before it and is made from the whole ledger instead",
                        wanted.issuer().name(),
                        e);
            }
        }
        return fromLedger(wanted);
    }

    /** A published file that was written into says nothing any more about what must not be missing. */
    private Made fromLedger(Wanted wanted) {
        try {
            return made(wanted, wanted.predecessor(), Optional.empty());
        } catch (CrlFaultException e) {
            if (wanted.predecessor().isEmpty()
                    || wanted.predecessor().get().octets().intact()) {
                throw e;
            }
            log.error(
                    "The file of CRL {} of {} was damaged while it was in force; a new one is made without it",
                    wanted.predecessor().get().number(),
                    wanted.issuer().name(),
                    e);
            return made(wanted, Optional.empty(), Optional.empty());
        }
    }

    /** @param compared the predecessor, when it can be compared with */
    private Made made(Wanted wanted, Optional<SignedCrl> compared, Optional<EntrySource.Standing> standing) {
        Issuer issuer = wanted.issuer();
        Unsettled unsettled = new Unsettled(journal);
        while (true) {
            unsettled.begin();
            CrlFrame frame = frames.complete(issuer.name(), wanted.scope(), wanted.terms(), wanted.predecessor());
            EntrySource.Gathered gathered = gathered(wanted, frame, standing);
            CrlDraft.Unjudged unjudged = maker.draft(issuer, frame, gathered.entries());
            boolean settled =
                    maker.judge(unjudged, issuer, compared, missing -> unsettled.settle(unjudged.crl(), missing));
            if (settled) {
                return new Made(
                        new EntrySource.Standing(
                                unjudged.crl(),
                                unjudged.entries(),
                                unjudged.meant(),
                                gathered.listedFrom(),
                                gathered.through()),
                        standing.isPresent()
                                ? compared.map(before ->
                                        gathered.entries().difference().since(before.number()))
                                : compared.flatMap(before -> difference(before, unjudged.crl())));
            }
        }
    }

    private static Optional<CrlDifference> difference(SignedCrl before, SignedCrl crl) {
        try {
            return Optional.of(CrlChanges.between(before.number(), before.octets(), crl.octets(), CrlDifference.NAMED));
        } catch (IllegalArgumentException e) {
            // The one before was made by software of others while the key was elsewhere.
            return Optional.empty();
        }
    }

    private EntrySource.Gathered gathered(Wanted wanted, CrlFrame frame, Optional<EntrySource.Standing> standing) {
        String issuer = wanted.issuer().name();
        Instant listedFrom = frames.listedFrom(issuer, frame, wanted.predecessor());
        OptionalInt partition = wanted.scope().partition();
        if (standing.isEmpty()) {
            return maker.written(wanted.issuer(), frame, () -> source.fromLedger(issuer, wanted.scope(), listedFrom));
        }
        return partition.isPresent()
                ? source.sincePartition(standing.get(), issuer, partition.getAsInt(), listedFrom)
                : source.since(standing.get(), issuer, listedFrom);
    }
}
