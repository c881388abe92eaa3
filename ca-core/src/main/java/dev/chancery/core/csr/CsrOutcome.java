package dev.chancery.core.csr;

import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.function.Function;

/** Reading a request: a request, or what is wrong with it. */
public sealed interface CsrOutcome {
    record Accepted(CertificateRequest request) implements CsrOutcome {}

    /**
     * What is wrong with it.
     *
     * @param malformed true when it cannot be parsed at all (HTTP 400), false when it is refused (HTTP 422)
     */
    record Rejected(List<Objection> objections, boolean malformed) implements CsrOutcome {
        public Rejected {
            objections = List.copyOf(objections);
        }
    }

    default <T> T fold(Function<CertificateRequest, T> accepted, Function<Rejected, T> rejected) {
        return this instanceof Accepted good ? accepted.apply(good.request()) : rejected.apply((Rejected) this);
    }
}
