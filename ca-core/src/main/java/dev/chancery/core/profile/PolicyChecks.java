package dev.chancery.core.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the policies of a profile and what it says about a CA. */
final class PolicyChecks {
    private PolicyChecks() {}

    static void policies(List<CertificatePolicy> policies, Optional<CaRule> ca) {
        ProfileChecks.noneTwice(
                "policies", policies.stream().map(CertificatePolicy::oid).toList());
        boolean any = policies.stream().anyMatch(CertificatePolicy::isAny);
        ProfileChecks.need(
                !any || ca.isPresent(),
                "policies: anyPolicy (" + CertificatePolicy.ANY
                        + ") would claim every policy there is, which only a CA may; name your own");
        ca.ifPresent(rule -> rules(policies, any, rule));
    }

    private static void rules(List<CertificatePolicy> policies, boolean any, CaRule ca) {
        PolicyRule rule = ca.policyRule();
        Set<String> named = policies.stream().map(CertificatePolicy::oid).collect(Collectors.toSet());
        for (PolicyMapping mapping : rule.mappings()) {
            ProfileChecks.need(
                    any || named.contains(mapping.issuerDomain()),
                    "ca.policy-rule.mappings: " + mapping.issuerDomain()
                            + " is mapped and not listed under policies (RFC 5280 §4.2.1.5); add it there");
        }
        ProfileChecks.need(
                rule.requireExplicit().isEmpty() || !policies.isEmpty(),
                "ca.policy-rule.require-explicit: without policies no certificate below could be valid; list some under"
                        + " policies, or delete this");
    }
}
