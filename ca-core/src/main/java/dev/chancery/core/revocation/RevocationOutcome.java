package dev.chancery.core.revocation;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.Objection;
import java.util.function.Function;

public sealed interface RevocationOutcome {
    /** Durable; the record shows the new state. */
    record Changed(CertificateRecord certificate) implements RevocationOutcome {}

    record NotFound(Objection objection) implements RevocationOutcome {}

    /** Already revoked, or not on hold: HTTP 409. */
    record Conflicting(Objection objection) implements RevocationOutcome {}

    /** A wrong date or reason: HTTP 422. */
    record Refused(Objection objection) implements RevocationOutcome {}

    default <T> T fold(
            Function<CertificateRecord, T> changed,
            Function<Objection, T> notFound,
            Function<Objection, T> conflicting,
            Function<Objection, T> refused) {
        if (this instanceof Changed done) {
            return changed.apply(done.certificate());
        }
        if (this instanceof NotFound missing) {
            return notFound.apply(missing.objection());
        }
        return this instanceof Conflicting conflict
                ? conflicting.apply(conflict.objection())
                : refused.apply(((Refused) this).objection());
    }
}
