package dev.chancery.web.auth;

import dev.chancery.core.access.Requester;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who a request comes from, by what it carries. */
public sealed interface Authentication {
    record Known(Requester requester) implements Authentication {}

    /** It carries nothing. */
    record Anonymous() implements Authentication {}

    /** It carries something that is not good; the reason may be shown. */
    record Failed(String reason) implements Authentication {}

    default <T> T fold(Function<Requester, T> known, Supplier<T> anonymous, Function<String, T> failed) {
        if (this instanceof Known who) {
            return known.apply(who.requester());
        }
        return this instanceof Failed bad ? failed.apply(bad.reason()) : anonymous.get();
    }
}
