package dev.chancery.core.crl;

import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.SerialNumber;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a CA's certificates in a stretch of the journal, which is the truth (SECURITY.md rule 14): the last event
 * about each.
 *
 * @param through the last record that was looked at
 */
record Changes(SortedMap<SerialNumber, Fate> fates, long through) {
    /** @param after the record before the first one that is looked at */
    static Changes since(Journal journal, long after, String issuer) {
        return between(journal, after, Long.MAX_VALUE, issuer);
    }

    /** @param until the last record that is looked at */
    static Changes between(Journal journal, long after, long until, String issuer) {
        SortedMap<SerialNumber, Fate> fates = new TreeMap<>();
        long[] through = {after};
        journal.read(after + 1, found -> {
            if (found.sequence() <= until) {
                through[0] = found.sequence();
                note(found.event(), issuer, fates);
            }
        });
        return new Changes(fates, through[0]);
    }

    private static void note(JournalEvent event, String issuer, SortedMap<SerialNumber, Fate> fates) {
        if (event instanceof CertificateRevoked revoked && revoked.issuer().equals(issuer)) {
            fates.put(
                    revoked.serial(),
                    Fate.listed(new RevocationStatus(revoked.revokedAt(), revoked.reason(), revoked.invalidityDate())));
        } else if (event instanceof HoldReleased released && released.issuer().equals(issuer)) {
            fates.put(released.serial(), Fate.UNLISTED);
        }
    }
}
