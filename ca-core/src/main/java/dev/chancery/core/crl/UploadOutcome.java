package dev.chancery.core.crl;

import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.function.Function;

/** What became of a CRL that was signed elsewhere. */
public sealed interface UploadOutcome {
    /** Recorded; may be published. */
    record Accepted(SignedCrl crl) implements UploadOutcome {}

    /** Not recorded; the CRL before it stays in force. */
    record Refused(List<Objection> objections) implements UploadOutcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    default <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused) {
        return this instanceof Accepted done ? accepted.apply(done) : refused.apply((Refused) this);
    }
}
