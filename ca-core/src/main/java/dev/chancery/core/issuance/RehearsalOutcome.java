package dev.chancery.core.issuance;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What came of a rehearsal. */
public sealed interface RehearsalOutcome {
    /** @param issuer the certificate of the CA that was made up for it */
    record Made(EncodedCertificate certificate, EncodedCertificate issuer) implements RehearsalOutcome {}

    /** @param reasons in sentences */
    record Refused(List<String> reasons) implements RehearsalOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    default <T> T fold(BiFunction<EncodedCertificate, EncodedCertificate, T> made, Function<List<String>, T> refused) {
        return this instanceof Made good
                ? made.apply(good.certificate(), good.issuer())
                : refused.apply(((Refused) this).reasons());
    }
}
