package dev.chancery.core.lint;

import java.util.Optional;

/** It costs octets and says that nothing is said. */
final class OcspReasonUnspecified extends BasicOcspRule {
    OcspReasonUnspecified() {
        super(
                "ocsp-reason-unspecified",
                Severity.NOTICE,
                "RFC 5280 §5.3.1",
                "revocationReason",
                "A reason that says nothing is left out.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return basic.answers().stream().anyMatch(answer -> answer.reason().equals(Optional.of(0)))
                ? wrong("the reason of a revocation is unspecified")
                : fine();
    }
}
