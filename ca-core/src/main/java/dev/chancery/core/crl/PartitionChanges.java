package dev.chancery.core.crl;

import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a CA's certificates, by partition, since the last CRL of each. The journal is read once for all of them:
 * most are made seldom, and would have to read much.
 */
final class PartitionChanges {
    private final Map<Integer, SortedMap<SerialNumber, Change>> changes = new HashMap<>();
    private long through;

    /** @param through nothing that happened up to this record of the journal is wanted */
    PartitionChanges(long through) {
        this.through = through;
    }

    private record Change(Fate fate, Instant notAfter) {}

    /** Reads to the end of the journal. */
    void advance(Journal journal, CertificateLedger ledger, String issuer) {
        Changes more = Changes.since(journal, through, issuer);
        more.fates().forEach((serial, fate) -> {
            CertificateRecord certificate = EntrySource.known(ledger, issuer, serial);
            certificate
                    .partition()
                    .ifPresent(partition -> changes.computeIfAbsent(partition, none -> new TreeMap<>())
                            .put(
                                    serial,
                                    new Change(
                                            fate,
                                            certificate.certificate().validity().notAfter())));
        });
        through = more.through();
    }

    /** Of one partition; what ended before {@code listedFrom} is not listed. */
    SortedMap<SerialNumber, Fate> fates(int partition, Instant listedFrom) {
        SortedMap<SerialNumber, Fate> fates = new TreeMap<>();
        changes.getOrDefault(partition, new TreeMap<>())
                .forEach((serial, change) ->
                        fates.put(serial, change.notAfter().isBefore(listedFrom) ? Fate.UNLISTED : change.fate()));
        return fates;
    }

    long through() {
        return through;
    }

    /** A CRL has them. */
    void forget(int partition) {
        changes.remove(partition);
    }
}
