package dev.chancery.core.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Verifiers find no valid path for the key that signed it. */
final class CrlWithinIssuerValidity extends CrlIssuerRule {
    /** By so much is thisUpdate set back for clients whose clock is slow. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    CrlWithinIssuerValidity() {
        super(
                "crl-within-issuer-validity",
                Severity.WARNING,
                "RFC 5280 §5.1.2.4, RFC 5280 §6.3.3",
                "thisUpdate",
                "The CRL is issued while the certificate of the CA is valid.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer) {
        Optional<Instant> issued = crl.thisUpdate().instant();
        Optional<Instant> from = issuer.notBefore().instant();
        Optional<Instant> until = issuer.notAfter().instant();
        return issued.isPresent()
                        && (from.map(issued.get().plus(SKEW)::isBefore).orElse(false)
                                || until.map(issued.get()::isAfter).orElse(false))
                ? wrong("thisUpdate, " + issued.get() + ", lies outside of the validity of the CA's certificate")
                : fine();
    }
}
