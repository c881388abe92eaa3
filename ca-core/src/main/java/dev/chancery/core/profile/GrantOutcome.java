package dev.chancery.core.profile;

import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.function.Function;

public sealed interface GrantOutcome {
    record Granted(Grant grant) implements GrantOutcome {}

    record Refused(List<Objection> objections) implements GrantOutcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    default <T> T fold(Function<Grant, T> granted, Function<List<Objection>, T> refused) {
        return this instanceof Granted yes ? granted.apply(yes.grant()) : refused.apply(((Refused) this).objections());
    }
}
