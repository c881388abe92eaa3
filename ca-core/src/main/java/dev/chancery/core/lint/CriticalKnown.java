package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** A verifier must refuse what is critical and unknown to it. */
final class CriticalKnown extends CertificateRule {
    private static final Set<String> KNOWN = Set.of(
            ObjectIdentifiers.AUTHORITY_KEY_IDENTIFIER,
            ObjectIdentifiers.SUBJECT_KEY_IDENTIFIER,
            ObjectIdentifiers.KEY_USAGE,
            ObjectIdentifiers.CERTIFICATE_POLICIES,
            ObjectIdentifiers.POLICY_MAPPINGS,
            ObjectIdentifiers.SUBJECT_ALT_NAME,
            ObjectIdentifiers.ISSUER_ALT_NAME,
            ObjectIdentifiers.BASIC_CONSTRAINTS,
            ObjectIdentifiers.NAME_CONSTRAINTS,
            ObjectIdentifiers.POLICY_CONSTRAINTS,
            ObjectIdentifiers.EXTENDED_KEY_USAGE,
            ObjectIdentifiers.CRL_DISTRIBUTION_POINTS,
            ObjectIdentifiers.INHIBIT_ANY_POLICY,
            ObjectIdentifiers.FRESHEST_CRL,
            ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS);

    CriticalKnown() {
        super(
                "critical-extension-known",
                Severity.ERROR,
                "RFC 5280 §4.2",
                "extensions",
                "Every critical extension is one that verifiers know, or that the profile itself makes critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (JudgedExtension extension : certificate.extensions()) {
            if (extension.critical()
                    && !KNOWN.contains(extension.oid())
                    && !certificate.mayBeCritical(extension.oid())) {
                return wrong("extension " + extension.oid() + " is critical and unknown");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
