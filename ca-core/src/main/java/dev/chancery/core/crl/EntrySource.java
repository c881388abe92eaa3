package dev.chancery.core.crl;

import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Where the entries of a CRL come from: the whole ledger, or the CRL before it. Both end with the journal, so that either
 * way the list is exactly what the journal had at one record of it.
 */
final class EntrySource {
    private final CertificateLedger ledger;
    private final Journal journal;
    private final CrlSpool spool;
    /** By CA; nothing of those without partitions. */
    private final Map<String, PartitionChanges> partitions = new HashMap<>();

    EntrySource(CertificateLedger ledger, Journal journal, CrlSpool spool) {
        this.ledger = ledger;
        this.journal = journal;
        this.spool = spool;
    }

    /**
     * @param listedFrom certificates that ended earlier are left out
     * @param through the journal's record that this list is as of
     */
    record Gathered(ListedEntries entries, Instant listedFrom, long through) {}

    /**
     * A CRL that the journal vouches for, to make the next one from.
     *
     * @param entries its encoded entries, where they lie
     */
    record Standing(SignedCrl crl, ByteBuffer entries, EntryTally tally, Instant listedFrom, long through) {
        CrlCoverage coverage() {
            return new CrlCoverage(through, listedFrom);
        }
    }

    Gathered fromLedger(String issuer, CrlScope.Complete scope, Instant listedFrom) throws IOException {
        LedgerEntries.Read read = LedgerEntries.of(ledger, issuer, scope, listedFrom, spool, () -> false);
        Changes changes = Changes.since(journal, read.through(), issuer);
        SortedMap<SerialNumber, Fate> fates = fates(changes, issuer, listedFrom);
        if (scope.partition().isPresent()) {
            fates.keySet()
                    .removeIf(
                            serial -> !known(ledger, issuer, serial).partition().equals(scope.partition()));
        }
        ListedEntries entries = EntryMerge.of(read.entries().buffer(), read.tally(), fates);
        return new Gathered(entries, listedFrom, changes.through());
    }

    Gathered since(Standing before, String issuer, Instant listedFrom) {
        Changes changes = Changes.since(journal, before.through(), issuer);
        SortedMap<SerialNumber, Fate> fates = fates(changes, issuer, listedFrom);
        ledger.revokedEnding(issuer, before.listedFrom(), listedFrom, ended -> fates.put(ended, Fate.UNLISTED));
        return new Gathered(EntryMerge.of(before.entries(), before.tally(), fates), listedFrom, changes.through());
    }

    /** The same for a partition, whose changes are gathered for all partitions together. */
    Gathered sincePartition(Standing before, String issuer, int partition, Instant listedFrom) {
        PartitionChanges changes = partitions.computeIfAbsent(issuer, none -> new PartitionChanges(before.through()));
        changes.advance(journal, ledger, issuer);
        SortedMap<SerialNumber, Fate> fates = changes.fates(partition, listedFrom);
        ledger.revokedEnding(issuer, before.listedFrom(), listedFrom, ended -> {
            if (known(ledger, issuer, ended).partition().equals(OptionalInt.of(partition))) {
                fates.put(ended, Fate.UNLISTED);
            }
        });
        return new Gathered(EntryMerge.of(before.entries(), before.tally(), fates), listedFrom, changes.through());
    }

    /** A partition's CRL was recorded: the next one goes on from it. */
    void recorded(String issuer, int partition, long through) {
        partitions
                .computeIfAbsent(issuer, none -> new PartitionChanges(through))
                .forget(partition);
    }

    /**
     * Whether the ledger, read as a whole, lists the same as this CRL would with what the journal has since: both as of one
     * record.
     *
     * @param abandoned asked again and again
     * @throws CancellationException when it was abandoned
     */
    boolean confirms(Standing standing, String issuer, BooleanSupplier abandoned) throws IOException {
        Instant listedFrom = standing.listedFrom();
        LedgerEntries.Read read = LedgerEntries.of(ledger, issuer, new CrlScope.Full(), listedFrom, spool, abandoned);
        long now = journal.lastSequence();
        Changes unread = Changes.between(journal, read.through(), now, issuer);
        Changes since = Changes.between(journal, standing.through(), now, issuer);
        ListedEntries expected =
                EntryMerge.of(read.entries().buffer(), read.tally(), fates(unread, issuer, listedFrom));
        ListedEntries followed = EntryMerge.of(standing.entries(), standing.tally(), fates(since, issuer, listedFrom));
        return expected.tally().sameAs(followed.tally());
    }

    /** Looks further, to the end of the journal; and at what the base listed for the last time. */
    SinceBase changes(SinceBase since, Standing base, String issuer) {
        SortedMap<SerialNumber, Fate> fates = new TreeMap<>(since.fates());
        Changes changes = Changes.since(journal, since.through(), issuer);
        fates.putAll(fates(changes, issuer, since.listedFrom()));
        ledger.revokedEnding(issuer, base.listedFrom(), since.listedFrom(), ended -> fates.put(ended, Fate.UNLISTED));
        return new SinceBase(since.base(), since.listedFrom(), fates, changes.through());
    }

    /** A certificate that was revoked long after its end is not listed either. */
    private SortedMap<SerialNumber, Fate> fates(Changes changes, String issuer, Instant listedFrom) {
        SortedMap<SerialNumber, Fate> fates = new TreeMap<>();
        for (Map.Entry<SerialNumber, Fate> change : changes.fates().entrySet()) {
            boolean ended = change.getValue().status().isPresent()
                    && notAfter(issuer, change.getKey()).isBefore(listedFrom);
            fates.put(change.getKey(), ended ? Fate.UNLISTED : change.getValue());
        }
        return fates;
    }

    private Instant notAfter(String issuer, SerialNumber serial) {
        return known(ledger, issuer, serial).certificate().validity().notAfter();
    }

    static CertificateRecord known(CertificateLedger ledger, String issuer, SerialNumber serial) {
        return ledger.find(issuer, serial)
                .orElseThrow(() -> new CrlFaultException("Certificate " + serial + " of \"" + issuer
                        + "\" is revoked in the journal and unknown to the ledger; run \"chancery verify\"."));
    }
}
