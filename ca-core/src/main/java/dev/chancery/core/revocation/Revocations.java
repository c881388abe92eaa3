package dev.chancery.core.revocation;

import dev.chancery.core.access.Permit;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Revokes, holds and releases. */
public final class Revocations {
    public Revocations(Journal journal, CertificateLedger ledger, Clock clock, RevocationListener listener) {}

    /** Returns when it is durable; the listener has been told. */
    public RevocationOutcome revoke(
            Permit permit, SerialNumber serial, RevocationReason reason, Optional<Instant> invalidityDate) {
        throw new UnsupportedOperationException("being built");
    }

    /** Releases a hold, and nothing else. */
    public RevocationOutcome release(Permit permit, SerialNumber serial) {
        throw new UnsupportedOperationException("being built");
    }
}
