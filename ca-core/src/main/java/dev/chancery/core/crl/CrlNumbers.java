package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import java.util.List;
import java.util.Optional;

/** The numbers of CRLs: one more than the largest ever recorded anywhere (SECURITY.md rule 11), and recorded first. */
final class CrlNumbers {
    private final CrlArchive archive;
    private final Journal journal;

    CrlNumbers(CrlArchive archive, Journal journal) {
        this.archive = archive;
        this.journal = journal;
    }

    /**
     * Full and delta CRLs of one CA share their numbers (RFC 5280 §5.2.3); each partition has its own.
     *
     * @param published what may be ahead of the records
     */
    CrlNumber next(String issuer, CrlScope scope, List<Optional<SignedCrl>> published) {
        CrlNumber highest = scope instanceof CrlScope.Partition
                ? archive.highest(issuer, scope.sequence(issuer))
                : archive.highest(issuer, issuer).max(archive.highest(issuer, CrlScope.Delta.sequenceOf(issuer)));
        for (Optional<SignedCrl> crl : published) {
            highest = highest.max(crl.map(SignedCrl::number).orElse(CrlNumber.ZERO));
        }
        return highest.next();
    }

    SignedCrl record(Requester actor, SignedCrl crl) {
        return record(actor, crl, Optional.empty(), Optional.empty());
    }

    /** A full CRL that was made here. */
    SignedCrl record(
            Requester actor, SignedCrl crl, Optional<CrlCoverage> coverage, Optional<CrlDifference> difference) {
        JournalEvent signed = new JournalEvent.CrlSigned(
                crl.issuer(),
                crl.scope().sequence(crl.issuer()),
                crl.number().value(),
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.entries(),
                crl.octets().sha256(),
                coverage,
                difference);
        return journal.record(actor, List.of(signed)).fold(recorded -> crl, conflict -> {
            throw new CrlFaultException("CRL " + crl.number() + " of \"" + crl.publication()
                    + "\" was not recorded and is not published: " + conflict.detail()
                    + ". Another node may have signed one at the same moment; publish again.");
        });
    }
}
