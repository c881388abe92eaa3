package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A server that has to staple and does not know it serves nobody. */
final class TlsFeatureAsExpected extends ExpectationRule {
    TlsFeatureAsExpected() {
        super(
                "tls-feature-as-expected",
                Severity.ERROR,
                "RFC 7633 §4",
                "tlsFeature",
                "The TLS features are those of the profile.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<Integer> found = Stated.tlsFeatures(certificate);
        return found.equals(expectation.particulars().tlsFeatures())
                ? fine()
                : wrong("the profile states "
                        + Shown.quoted(new TreeSet<>(expectation.particulars().tlsFeatures()).toString()) + ", found "
                        + Shown.quoted(new TreeSet<>(found).toString()));
    }
}
