package dev.chancery.core.lint;

import java.util.Optional;

/** anyPolicy is for CAs; in a leaf it claims policies that nobody granted (ESC13). */
final class AnyPolicyOnlyInCa extends CertificateRule {
    AnyPolicyOnlyInCa() {
        super(
                "any-policy-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.4",
                "certificatePolicies",
                "An end-entity certificate does not claim every policy.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.endEntity() && certificate.standard().policies().contains(ObjectIdentifiers.ANY_POLICY)
                ? wrong("certificatePolicies of an end entity has anyPolicy")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
