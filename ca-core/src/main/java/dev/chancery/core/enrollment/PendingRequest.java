package dev.chancery.core.enrollment;

import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request in the queue, pending or decided. */
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
        Optional<String> serial) {
    public enum State {
        PENDING,
        ISSUED,
        DENIED
    }

    public record Decided(String by, Instant at, String comment) {}
}
