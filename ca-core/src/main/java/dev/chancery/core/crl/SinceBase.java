package dev.chancery.core.crl;

import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of certificates since a full CRL was made.
 *
 * @param listedFrom what ended earlier is to be taken back
 * @param through the journal's record up to which was looked
 */
record SinceBase(CrlNumber base, Instant listedFrom, SortedMap<SerialNumber, Fate> fates, long through) {
    /** Goes on from what is known of the same base. */
    static SinceBase of(EntrySource.Standing base, Optional<SinceBase> known) {
        return known.filter(last -> last.base().equals(base.crl().number()))
                .orElse(new SinceBase(base.crl().number(), base.crl().thisUpdate(), new TreeMap<>(), base.through()));
    }
}
