package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A CA with wider limits than granted signs what nobody wanted. */
final class LimitsAsExpected extends ExpectationRule {
    LimitsAsExpected() {
        super(
                "limits-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "nameConstraints",
                "The name and policy constraints of a CA are those of the profile.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> found = Stated.limits(certificate);
        return found.equals(expectation.particulars().limits())
                ? fine()
                : wrong("the profile states "
                        + Shown.quoted(new TreeSet<>(expectation.particulars().limits()).toString()) + ", found "
                        + Shown.quoted(new TreeSet<>(found).toString()));
    }
}
