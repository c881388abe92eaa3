package dev.chancery.db;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which batches the tables need not judge: certificates alone, with serials and idempotency keys that nobody has seen,
 * and that no request waits for. It may doubt what is fine, and never the other way round. For the journal's writer alone.
 */
final class Newcomers {
    /** What surely fits into a row. */
    private static final int MOST_OCTETS = 128 * 1024;

    private final IssuedBefore before;
    private final Unsettled unsettled;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param committed a connection of its own, with auto-commit: it sees what is committed
     * @param unsettled all that is not
     */
    Newcomers(WriterSql committed, SearchIndex index, Unsettled unsettled) {
        this.before = new IssuedBefore(committed, index, () -> {});
        this.unsettled = unsettled;
    }

    boolean all(List<QueuedEntry> batch) throws SQLException {
        seen.clear();
        for (QueuedEntry entry : batch) {
            if (entry.parts().size() != 1
                    || entry.parts().get(0).event().issued().isEmpty()
                    || !isNew(entry.parts().get(0).event().issued().get())) {
                return false;
            }
        }
        return true;
    }

    private boolean isNew(IssuedCertificate certificate) throws SQLException {
        String serial = certificate.serial();
        return certificate.event().request().isEmpty()
                && certificate.event().certificate().length() <= MOST_OCTETS
                && seen.add(serial)
                // In this order: what is not unsettled any more, the index knows.
                && !unsettled.serial(serial)
                && before.serial(certificate.event().issuer(), serial).isEmpty()
                && isNewKey(certificate.event().requester(), certificate.event().idempotencyKey());
    }

    private boolean isNewKey(String requester, Optional<String> key) throws SQLException {
        return key.isEmpty()
                || seen.add(requester + "\n" + key.get())
                        && !unsettled.key(requester, key.get())
                        && before.key(requester, key.get()).isEmpty();
    }
}
