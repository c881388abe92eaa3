package dev.chancery.core.lint;

import java.time.Instant;
import java.util.Optional;

/** Revoked on the first day of 1970 means that the CA never issued it; clients must be able to tell. */
final class OcspNeverIssued extends BasicOcspRule {
    private static final int HOLD = 6;

    OcspNeverIssued() {
        super(
                "ocsp-never-issued",
                Severity.ERROR,
                "RFC 6960 §2.2, §4.4.8",
                "responseExtensions",
                "Who calls a certificate revoked that was never issued says certificateHold, and that it does so.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            boolean never = answer.revocationTime()
                    .flatMap(EncodedTime::instant)
                    .filter(Instant.EPOCH::equals)
                    .isPresent();
            if (never && !answer.reason().equals(Optional.of(HOLD))) {
                return wrong("a certificate that was never issued is revoked for another reason than certificateHold");
            }
            if (never && basic.extension(ObjectIdentifiers.OCSP_EXTENDED_REVOKE).isEmpty()) {
                return wrong("a certificate that was never issued is revoked without the extension extended-revoke");
            }
        }
        return fine();
    }
}
