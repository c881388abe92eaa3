package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** The chain below it fails at every verifier. */
final class PathLengthHonoured extends IssuerRule {
    PathLengthHonoured() {
        super(
                "path-length-honoured",
                Severity.ERROR,
                "RFC 5280 §6.1.4",
                "basicConstraints",
                "A CA stays below the path length of its issuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        Optional<BigInteger> limit =
                signer.certificate().standard().basicConstraints().flatMap(BasicConstraints::pathLength);
        if (limit.isEmpty() || certificate.endEntity() || certificate.selfIssued()) {
            return fine();
        }
        if (limit.get().signum() == 0) {
            return wrong("the issuer has path length 0 and may sign no CA");
        }
        Optional<BigInteger> own = certificate.standard().basicConstraints().flatMap(BasicConstraints::pathLength);
        return own.isPresent() && own.get().compareTo(limit.get()) >= 0
                ? wrong("path length " + own.get() + " is not below the issuer's " + limit.get())
                : fine();
    }
}
