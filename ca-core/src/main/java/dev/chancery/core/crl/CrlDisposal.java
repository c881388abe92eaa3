package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import java.util.List;

/** Records which files of CRLs are deleted, so that everybody can see when and why they went. */
public final class CrlDisposal {
    private final CrlArchive archive;
    private final Journal journal;

    public CrlDisposal(CrlArchive archive, Journal journal) {
        this.archive = archive;
        this.journal = journal;
    }

    /**
     * The files may be deleted when this returns. What an earlier call has recorded, whose files were not deleted any more
     * because the process ended, is not recorded again.
     *
     * @param why for auditors
     */
    public void record(String issuer, String scope, List<CrlNumber> numbers, String why) {
        List<CrlNumber> unrecorded = numbers.stream()
                .filter(number -> archive.find(issuer, scope, number)
                        .flatMap(CrlArchive.Entry::fileRemoved)
                        .isEmpty())
                .toList();
        if (!unrecorded.isEmpty()) {
            var unused = journal.record(
                    Requester.system(),
                    new CrlFilesRemoved(
                            issuer,
                            scope,
                            unrecorded.stream().map(CrlNumber::value).toList(),
                            why));
        }
    }
}
