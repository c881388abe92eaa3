package dev.chancery.core.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who controls the address says what is revoked. */
final class AddressesAsExpected extends ExpectationRule {
    AddressesAsExpected() {
        super(
                "addresses-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.13",
                "cRLDistributionPoints",
                "Addresses that the profile gives are those that stand there.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        for (Map.Entry<String, Set<String>> stated :
                expectation.particulars().addresses().entrySet()) {
            Set<String> found = Stated.addresses(certificate, stated.getKey());
            if (!found.equals(stated.getValue())) {
                return wrong("the profile states for " + stated.getKey() + " "
                        + Shown.quoted(new TreeSet<>(stated.getValue()).toString()) + ", found "
                        + Shown.quoted(new TreeSet<>(found).toString()));
            }
        }
        return fine();
    }
}
