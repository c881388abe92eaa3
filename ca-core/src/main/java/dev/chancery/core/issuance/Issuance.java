package dev.chancery.core.issuance;

import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.lint.Linter;
import java.security.SecureRandom;
import java.time.Clock;

/** The one way to a certificate. */
public final class Issuance {
    public Issuance(
            IssuerRegistry issuers,
            Linter linter,
            Journal journal,
            CertificateLedger ledger,
            Clock clock,
            SecureRandom random) {}

    /** Returns when the certificate is durable, or why there is none. Blocks for one group commit. */
    public IssuanceOutcome issue(Permit permit, IssuanceRequest request) {
        throw new UnsupportedOperationException("being built");
    }
}
