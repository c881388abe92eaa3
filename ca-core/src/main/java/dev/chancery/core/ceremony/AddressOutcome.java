package dev.chancery.core.ceremony;

import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.function.Function;

/** What became of a wish for other addresses. */
public sealed interface AddressOutcome {
    /**
     * These are the addresses of new certificates, or would be.
     *
     * @param before the ones that they replace
     * @param remarks what deserves a second look
     * @param changes false when they are the same
     */
    record Settled(PublicationAddresses before, PublicationAddresses after, List<String> remarks, boolean changes)
            implements AddressOutcome {
        public Settled {
            remarks = List.copyOf(remarks);
        }
    }

    /** Nothing was changed. */
    record Refused(List<Objection> objections) implements AddressOutcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    default <T> T fold(Function<Settled, T> settled, Function<Refused, T> refused) {
        return this instanceof Settled done ? settled.apply(done) : refused.apply((Refused) this);
    }
}
