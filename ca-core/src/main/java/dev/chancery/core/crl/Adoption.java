package dev.chancery.core.crl;

import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds out whether the next CRL can be made from one that an earlier process made. The journal has to vouch for it octet by
 * octet, by the hash that it recorded before that CRL was published, and to tell up to where it is complete. So it is the one
 * that was inspected then, and its entries can be believed as they were.
 */
final class Adoption {
    private final CrlArchive archive;
    private final Journal journal;

    Adoption(CrlArchive archive, Journal journal) {
        this.archive = archive;
        this.journal = journal;
    }

    /** Empty when it cannot be vouched for; nothing is wrong with publishing it all the same. */
    Optional<EntrySource.Standing> of(SignedCrl crl) {
        return signed(crl)
                .flatMap(CrlSigned::coverage)
                .filter(coverage -> coverage.through() <= journal.lastSequence())
                .map(coverage -> standing(crl, coverage))
                .filter(standing -> standing.tally().count() == crl.entries());
    }

    /** Whether no number above its own is recorded, signed or raised: validating servers may have seen that one. */
    boolean isNewest(SignedCrl crl) {
        return archive.highest(crl.issuer(), crl.scope().sequence(crl.issuer())).equals(crl.number());
    }

    private Optional<CrlSigned> signed(SignedCrl crl) {
        String sequence = crl.scope().sequence(crl.issuer());
        return archive.find(crl.issuer(), sequence, crl.number())
                .flatMap(entry -> journal.page(entry.record(), 1).stream().findFirst())
                .map(JournalRecord::event)
                .filter(CrlSigned.class::isInstance)
                .map(CrlSigned.class::cast)
                .filter(signed -> signed.issuer().equals(crl.issuer())
                        && signed.scope().equals(sequence)
                        && signed.number().equals(crl.number().value())
                        && signed.entries() == crl.entries()
                        && signed.sha256().equals(crl.octets().sha256()));
    }

    private static EntrySource.Standing standing(SignedCrl crl, CrlCoverage coverage) {
        ByteBuffer octets = crl.octets().buffer();
        EntryTally tally = new EntryTally();
        CrlEntryCursor entry = CrlContent.read(octets).entries();
        int start = 0;
        int end = 0;
        while (entry.next()) {
            start = tally.count() == 0 ? entry.start() : start;
            end = entry.end();
            tally.add(entry);
        }
        return new EntrySource.Standing(
                crl, octets.slice(start, end - start), tally, coverage.listedFrom(), coverage.through());
    }
}
