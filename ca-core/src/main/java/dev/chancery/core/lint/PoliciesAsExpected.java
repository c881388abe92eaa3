package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A policy that the profile does not state is claimed by nobody (ESC13). */
final class PoliciesAsExpected extends ExpectationRule {
    PoliciesAsExpected() {
        super(
                "policies-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "The policies, their addresses and their notices are those of the profile.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> found = Stated.policies(certificate);
        return found.equals(expectation.particulars().policies())
                ? fine()
                : wrong("the profile states "
                        + Shown.quoted(new TreeSet<>(expectation.particulars().policies()).toString()) + ", found "
                        + Shown.quoted(new TreeSet<>(found).toString()));
    }
}
