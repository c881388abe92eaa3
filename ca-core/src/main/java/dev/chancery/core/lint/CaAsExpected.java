package dev.chancery.core.lint;

import dev.chancery.core.x509.CaConstraint;
import java.util.Optional;
import java.util.OptionalInt;

/** A CA that nobody granted can sign anything. */
final class CaAsExpected extends ExpectationRule {
    CaAsExpected() {
        super(
                "ca-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "basicConstraints",
                "The certificate is a CA, with its path length, exactly when that was granted.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Optional<OptionalInt> granted = expectation.ca().map(CaConstraint::pathLength);
        Optional<OptionalInt> found = certificate
                .standard()
                .basicConstraints()
                .filter(BasicConstraints::ca)
                .map(basic -> basic.pathLength()
                        .map(length -> OptionalInt.of(length.intValueExact()))
                        .orElse(OptionalInt.empty()));
        return granted.equals(found)
                ? fine()
                : wrong("granted was " + shown(granted) + ", the certificate is " + shown(found));
    }

    private static String shown(Optional<OptionalInt> constraint) {
        return constraint
                .map(length -> length.isPresent() ? "a CA with path length " + length.getAsInt() : "a CA of any depth")
                .orElse("no CA");
    }
}
