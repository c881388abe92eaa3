package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.util.function.Function;

/** What came out of the armour: octets that should be DER, or why there are none. */
sealed interface Unwrapped {
    record Octets(Der der) implements Unwrapped {}

    record Nothing(Objection objection) implements Unwrapped {}

    static Unwrapped nothing(String rule, String message) {
        return new Nothing(Objection.of(rule, "csr", message));
    }

    default <T> T fold(Function<Der, T> octets, Function<Objection, T> nothing) {
        return this instanceof Octets found ? octets.apply(found.der()) : nothing.apply(((Nothing) this).objection());
    }
}
