package dev.chancery.core.ledger;

import dev.chancery.core.x509.RevocationReason;
import java.time.Instant;
import java.util.Optional;

/** Revoked or held: when, why, and since when the key is distrusted. */
public record RevocationStatus(Instant revokedAt, RevocationReason reason, Optional<Instant> invalidityDate) {
    public boolean onHold() {
        return reason == RevocationReason.CERTIFICATE_HOLD;
    }
}
