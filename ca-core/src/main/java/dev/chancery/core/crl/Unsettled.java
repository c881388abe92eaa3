package dev.chancery.core.crl;

import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.x509.SerialNumber;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells a hold that was released and revoked anew while a CRL was made from a revocation that the ledger forgot. The first
 * moves in the journal, and the CRL is made again, which then lists it; the second does not, and the CRL is thrown away.
 */
final class Unsettled {
    private final Journal journal;
    private long begun;
    private Set<SerialNumber> doubtful = Set.of();

    Unsettled(Journal journal) {
        this.journal = journal;
    }

    /** Before the ledger is read. */
    void begin() {
        begun = journal.lastSequence();
    }

    /**
     * Whether the CRL can stand; it has to be made again when not.
     *
     * @param missing on hold in the CRL before it, not listed, and revoked or held when the ledger was asked afterwards
     * @throws CrlFaultException when the ledger forgot one of them
     */
    boolean settle(SignedCrl crl, Set<SerialNumber> missing) {
        if (missing.isEmpty()) {
            return true;
        }
        Set<SerialNumber> moved = moved(crl.issuer());
        for (SerialNumber serial : missing) {
            // A ledger may show a record a moment before the journal admits to it, hence the second chance.
            if (doubtful.contains(serial) && !moved.contains(serial)) {
                throw CrlFaultException.thrownAway(
                        crl,
                        new IllegalArgumentException("certificate " + serial + ", on hold in the CRL before it and not"
                                + " released since, is missing from it"));
            }
        }
        doubtful = Set.copyOf(missing);
        return false;
    }

    /** Whose fate changed since the ledger was read. */
    private Set<SerialNumber> moved(String issuer) {
        Set<SerialNumber> moved = new HashSet<>();
        journal.read(begun + 1, stored -> {
            JournalEvent event = stored.event();
            if (event instanceof CertificateRevoked revoked && revoked.issuer().equals(issuer)) {
                moved.add(revoked.serial());
            } else if (event instanceof HoldReleased released
                    && released.issuer().equals(issuer)) {
                moved.add(released.serial());
            }
        });
        return moved;
    }
}
