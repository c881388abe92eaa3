package dev.chancery.core.access;

import java.util.function.Function;

/** Allowed with a permit, or denied with a reason that may be shown. */
public sealed interface AccessDecision {
    record Allowed(Permit permit) implements AccessDecision {}

    record Denied(String reason) implements AccessDecision {}

    default <T> T fold(Function<Permit, T> allowed, Function<String, T> denied) {
        return this instanceof Allowed granted
                ? allowed.apply(granted.permit())
                : denied.apply(((Denied) this).reason());
    }
}
