package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** The number 7 means nothing, and removeFromCRL belongs to delta CRLs. */
final class OcspReasonKnown extends BasicOcspRule {
    private static final Set<Integer> KNOWN = Set.of(0, 1, 2, 3, 4, 5, 6, 9, 10);

    OcspReasonKnown() {
        super(
                "ocsp-reason-known",
                Severity.ERROR,
                "RFC 5280 §5.3.1",
                "revocationReason",
                "A reason is one that a revoked certificate can have.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.reason().filter(reason -> !KNOWN.contains(reason)).isPresent()) {
                return wrong("the reason of a revocation is " + answer.reason().get());
            }
        }
        return fine();
    }
}
