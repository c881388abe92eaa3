package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** It limits what may be signed, so it means nothing where nothing may be. */
final class PathLengthOnlyInCa extends CertificateRule {
    PathLengthOnlyInCa() {
        super(
                "path-length-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "basicConstraints",
                "A path length is not negative and stands only beside cA and keyCertSign.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<BigInteger> length = certificate.standard().basicConstraints().flatMap(BasicConstraints::pathLength);
        return length.isEmpty()
                        || length.get().signum() >= 0
                                && certificate.ca()
                                && certificate.standard().allows(KeyUsageBits.KEY_CERT_SIGN)
                ? fine()
                : wrong("pathLenConstraint " + length.get() + " stands without cA and keyCertSign, or is negative");
    }
}
