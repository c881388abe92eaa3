package dev.chancery.core.enrollment;

import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request in the queue, pending or decided.
 *
 * @param agreements of officers before the one that decided, where more than one has to agree
 */
public record PendingRequest(
        long id,
        String profile,
        String requester,
        Der csr,
        Optional<List<String>> names,
        Optional<String> subject,
        Optional<String> validity,
        List<String> waitsBecause,
        Instant submitted,
        State state,
        Optional<Decided> decided,
        Optional<String> serial,
        List<Agreement> agreements) {
    public PendingRequest {
        agreements = List.copyOf(agreements);
    }

    public enum State {
        PENDING,
        ISSUED,
        DENIED
    }

    /**
     * An officer has agreed, and others must as well.
     *
     * @param to SHA-256 of what would have been issued then
     */
    public record Agreement(String by, Instant at, String comment, Der to) {}

    public record Decided(String by, Instant at, String comment) {}
}
