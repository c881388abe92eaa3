package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A purpose that nobody granted is a right that nobody granted. */
final class PurposesAsExpected extends ExpectationRule {
    PurposesAsExpected() {
        super(
                "eku-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.12",
                "extKeyUsage",
                "extKeyUsage is what was granted, as a set.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> found = Set.copyOf(certificate.standard().purposes().orElse(List.of()));
        return found.equals(expectation.extendedKeyUsages())
                ? fine()
                : wrong("granted was " + new TreeSet<>(expectation.extendedKeyUsages()) + ", found "
                        + new TreeSet<>(found));
    }
}
