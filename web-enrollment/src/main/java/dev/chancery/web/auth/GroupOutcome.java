package dev.chancery.web.auth;

import dev.chancery.core.x509.Objection;
import java.util.function.Function;

/** What became of a change to a group. */
public sealed interface GroupOutcome {
    /** Durable; for a removal, as it was. */
    record Saved(Groups.Listed group) implements GroupOutcome {}

    record NotFound(String message) implements GroupOutcome {}

    /** It clashes with what is there. */
    record Refused(Objection objection) implements GroupOutcome {}

    default <T> T fold(Function<Groups.Listed, T> saved, Function<String, T> notFound, Function<Objection, T> refused) {
        if (this instanceof Saved done) {
            return saved.apply(done.group());
        }
        return this instanceof NotFound missing
                ? notFound.apply(missing.message())
                : refused.apply(((Refused) this).objection());
    }
}
