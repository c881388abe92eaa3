package dev.chancery.core.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import java.time.Clock;
import java.util.Optional;

/** Makes, judges, signs and records CRLs. */
public final class CrlIssuer {
    public CrlIssuer(CertificateLedger ledger, CrlArchive archive, Journal journal, Clock clock) {}

    /**
     * Returns a CRL that is recorded in the journal and passed every check of SECURITY.md rule 11 but the file's.
     *
     * @param actor who asked; {@link Requester#system()} for the schedule
     * @param predecessor the last published CRL of that scope, if it could be read: its number is never repeated and its
     *     unexpired entries may not vanish
     * @throws CrlFaultException when the finished CRL fails a check; nothing was published
     */
    public SignedCrl issue(
            Requester actor, Issuer issuer, CrlScope scope, CrlTerms terms, Optional<SignedCrl> predecessor) {
        throw new UnsupportedOperationException("being built");
    }
}
