package dev.chancery.core.lint;

import java.util.Optional;

/** The number 4 was never given away. */
final class OcspStatusKnown extends OcspRule {
    OcspStatusKnown() {
        super(
                "ocsp-status-known",
                Severity.ERROR,
                "RFC 6960 §4.2.1",
                "responseStatus",
                "The status is successful, malformedRequest, internalError, tryLater, sigRequired or unauthorized.");
    }

    @Override
    Optional<String> judge(JudgedOcsp response) {
        int status = response.status();
        return status <= 6 && status != 4 ? fine() : wrong("responseStatus is " + status + ", which means nothing");
    }
}
