package dev.chancery.core.ledger;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a serial number: all that a relying party may be told (RFC 6960 §2.2). */
public sealed interface SerialStatus {
    /** No certificate of this CA has it. */
    record NeverIssued() implements SerialStatus {}

    /** Issued, and neither revoked nor held now; it may have expired. */
    record Unrevoked() implements SerialStatus {}

    /** Revoked, or held. */
    record Revoked(RevocationStatus status) implements SerialStatus {}

    static SerialStatus of(CertificateRecord certificate) {
        return certificate.revocation().<SerialStatus>map(Revoked::new).orElseGet(Unrevoked::new);
    }

    default <T> T fold(Supplier<T> neverIssued, Supplier<T> unrevoked, Function<RevocationStatus, T> revoked) {
        if (this instanceof Revoked bad) {
            return revoked.apply(bad.status());
        }
        return this instanceof Unrevoked ? unrevoked.get() : neverIssued.get();
    }
}
