package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A bit that nobody granted is a right that nobody granted. */
final class KeyUsageAsExpected extends ExpectationRule {
    KeyUsageAsExpected() {
        super(
                "key-usage-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.3",
                "keyUsage",
                "keyUsage is what was granted.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> found =
                certificate.standard().keyUsage().map(KeyUsageBits::names).orElse(Set.of());
        return found.equals(expectation.keyUsages())
                ? fine()
                : wrong("granted was " + new TreeSet<>(expectation.keyUsages()) + ", found " + new TreeSet<>(found));
    }
}
