package dev.chancery.db;

import dev.chancery.core.ledger.CertificateRecord;
import java.util.List;
import java.util.Optional;

/**
 * What was found in the certificates that were looked through.
 *
 * @param resume the last one that was looked at, where looking was given up; empty when there are no more, or enough were
 *     found
 * @param looked at how many, at most
 */
record Stretch(List<CertificateRecord> found, Optional<Cursor> resume, int looked) {
    Stretch {
        found = List.copyOf(found);
    }
}
