package dev.chancery.db;

import dev.chancery.core.ledger.CertificateRecord;
import java.util.List;
import java.util.Optional;

/** An index that has the order of a list, with the certificates of the list somewhere along it. */
interface Way {
    /** The entry so many further on, be it one of the list or not; empty when there are fewer. */
    Optional<Cursor> further(Optional<Cursor> after, int entries);

    /**
     * Those of the list on a part of the way.
     *
     * @param last the last entry to look at; empty for the end of the way
     */
    List<CertificateRecord> between(Optional<Cursor> after, Optional<Cursor> last, int limit);
}
