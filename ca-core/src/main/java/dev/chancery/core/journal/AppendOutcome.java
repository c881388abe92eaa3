package dev.chancery.core.journal;

import java.time.Instant;
import java.util.function.Function;

/** Durable, or in conflict with what is already recorded. */
public sealed interface AppendOutcome {
    /**
     * On disk, chained and visible in every index.
     *
     * @param sequence of the last record of the entry
     * @param time that the record carries
     */
    record Recorded(long sequence, Instant time) implements AppendOutcome {}

    /** Nothing of the entry was recorded. */
    record Conflict(Kind kind, String detail) implements AppendOutcome {}

    enum Kind {
        DUPLICATE_SERIAL,
        IDEMPOTENCY_KEY_USED,
        REQUEST_NOT_PENDING,
        UNKNOWN_CERTIFICATE,
        ALREADY_REVOKED,
        NOT_ON_HOLD,
        CRL_NUMBER_NOT_RISING,
        DUPLICATE_AUTHORITY,
        UNKNOWN_AUTHORITY,
        AUTHORITY_CHANGED,
        UNKNOWN_GROUP,
        GROUP_IN_USE,
        PROFILE_CHANGED
    }

    default <T> T fold(Function<Recorded, T> recorded, Function<Conflict, T> conflict) {
        return this instanceof Recorded done ? recorded.apply(done) : conflict.apply((Conflict) this);
    }
}
