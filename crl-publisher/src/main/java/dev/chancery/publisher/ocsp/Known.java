package dev.chancery.publisher.ocsp;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.SerialStatus;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a certificate, and the answer that was signed about it.
 *
 * <p>It holds as long as the ledger counts no change of that serial's status since before the status was read. The count
 * rises after a revocation can be read and before it is acknowledged; so an answer that was being made meanwhile carries
 * the old count, and is not given to anybody who asks after the acknowledgement.
 */
final class Known {
    /** No certificate can have such a serial, ever. */
    static final Known IMPOSSIBLE = new Known(null, 0, new SerialStatus.NeverIssued());

    private final @Nullable SerialNumber serial;
    private final long changes;
    private final SerialStatus status;
    private volatile @Nullable Answer answer;

    /** @param refresh when it is made anew */
    private record Answer(Reply reply, Credential signer, Instant thisUpdate, Instant refresh) {}

    /** @param changes asked for before the status was */
    Known(@Nullable SerialNumber serial, long changes, SerialStatus status) {
        this.serial = serial;
        this.changes = changes;
        this.status = status;
    }

    boolean holds(CertificateLedger ledger) {
        return serial == null || ledger.statusChanges(serial) == changes;
    }

    SerialStatus status() {
        return status;
    }

    /** What was not issued yet may be issued at any time, without a change being counted. */
    boolean issued() {
        return !(status instanceof SerialStatus.NeverIssued);
    }

    /** The answer, unless it is old, from the future after the clock was set back, or another's. */
    @Nullable
    Reply answer(Credential signer, Instant now) {
        Answer kept = answer;
        return kept != null
                        && kept.signer.equals(signer)
                        && !now.isBefore(kept.thisUpdate)
                        && now.isBefore(kept.refresh)
                ? kept.reply
                : null;
    }

    void keep(Reply reply, Credential signer, Instant thisUpdate, Instant nextUpdate) {
        long half = (nextUpdate.getEpochSecond() - thisUpdate.getEpochSecond()) / 2;
        answer = new Answer(reply, signer, thisUpdate, thisUpdate.plusSeconds(half));
    }
}
