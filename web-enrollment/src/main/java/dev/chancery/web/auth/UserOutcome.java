package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.x509.Objection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What became of a change to an account. */
public sealed interface UserOutcome {
    /**
     * Durable.
     *
     * @param secret a new password or token, shown this once
     */
    record Saved(Account account, Optional<ShownOnce> secret) implements UserOutcome {}

    record NotFound(String message) implements UserOutcome {}

    /** {@code conflict}: it clashes with what is there (HTTP 409) rather than is wrong in itself (HTTP 422). */
    record Refused(Objection objection, boolean conflict) implements UserOutcome {}

    default <T> T fold(
            BiFunction<Account, Optional<ShownOnce>, T> saved,
            Function<String, T> notFound,
            Function<Refused, T> refused) {
        if (this instanceof Saved done) {
            return saved.apply(done.account(), done.secret());
        }
        return this instanceof NotFound missing ? notFound.apply(missing.message()) : refused.apply((Refused) this);
    }
}
