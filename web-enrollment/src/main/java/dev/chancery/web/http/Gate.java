package dev.chancery.web.http;

import java.util.function.Function;

/** Decides who a request comes from and whether the route is theirs to use. */
@FunctionalInterface
public interface Gate {
    /** @param exchange not yet admitted: its visitor is anonymous */
    Admission admit(Exchange exchange, Route route);

    sealed interface Admission {
        /** @param exchange the same, with its visitor and permit */
        record Admitted(Exchange exchange) implements Admission {}

        /** Answered in the endpoint's place: a redirect to the sign-in page. */
        record Diverted(Reply reply) implements Admission {}

        record Refused(Problem problem, Visitor visitor) implements Admission {}

        default <T> T fold(Function<Exchange, T> admitted, Function<Reply, T> diverted, Function<Refused, T> refused) {
            if (this instanceof Admitted in) {
                return admitted.apply(in.exchange());
            }
            return this instanceof Diverted away ? diverted.apply(away.reply()) : refused.apply((Refused) this);
        }
    }
}
