package dev.chancery.core.enrollment;

import java.util.List;
import java.util.Optional;

/** Port: reads the requests that the journal has recorded. */
public interface RequestQueue {
    Optional<PendingRequest> find(long id);

    Optional<PendingRequest> findByIdempotencyKey(String requester, String key);

    /** Newest first; {@code before} is the id of the last one seen. */
    List<PendingRequest> list(
            Optional<PendingRequest.State> state, Optional<String> requester, Optional<Long> before, int limit);

    long pending(Optional<String> requester);
}
