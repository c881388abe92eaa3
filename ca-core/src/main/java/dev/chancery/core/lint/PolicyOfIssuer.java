package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No path makes any other policy valid. */
final class PolicyOfIssuer extends IssuerRule {
    PolicyOfIssuer() {
        super(
                "policy-of-issuer",
                Severity.WARNING,
                "RFC 5280 §6.1.3",
                "certificatePolicies",
                "A policy is one that the issuer has, or the issuer has anyPolicy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        List<String> allowed = signer.certificate().standard().policies();
        if (signer.certificate().selfIssued() || allowed.isEmpty() || allowed.contains(ObjectIdentifiers.ANY_POLICY)) {
            return fine();
        }
        Set<String> mapped = new HashSet<>(allowed);
        signer.certificate().standard().policyMappings().forEach(mapping -> mapped.add(mapping.subjectPolicy()));
        for (String policy : certificate.standard().policies()) {
            if (!mapped.contains(policy) && !policy.equals(ObjectIdentifiers.ANY_POLICY)) {
                return wrong("policy " + policy + " is none that the issuer has");
            }
        }
        return fine();
    }
}
