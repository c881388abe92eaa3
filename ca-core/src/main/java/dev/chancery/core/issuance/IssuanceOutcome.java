package dev.chancery.core.issuance;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.function.Function;

/** What became of a request for a certificate. */
public sealed interface IssuanceOutcome {
    /** Durable. {@code repeated} when an idempotency key named an earlier issuance and this is its certificate. */
    record Issued(CertificateRecord certificate, boolean repeated) implements IssuanceOutcome {}

    /**
     * Not issued, for these reasons.
     *
     * @param malformed the request could not be parsed (HTTP 400) rather than was refused (HTTP 422)
     */
    record Refused(List<Objection> objections, boolean malformed) implements IssuanceOutcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    /** Stored, waiting for an officer. */
    record AwaitingApproval(long request, List<String> because) implements IssuanceOutcome {
        public AwaitingApproval {
            because = List.copyOf(because);
        }
    }

    default <T> T fold(
            Function<Issued, T> issued, Function<Refused, T> refused, Function<AwaitingApproval, T> awaiting) {
        if (this instanceof Issued done) {
            return issued.apply(done);
        }
        return this instanceof Refused no ? refused.apply(no) : awaiting.apply((AwaitingApproval) this);
    }
}
