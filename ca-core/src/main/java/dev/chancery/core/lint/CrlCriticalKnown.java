package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** A verifier that meets an unknown critical extension must not use the CRL. */
final class CrlCriticalKnown extends CrlRule {
    private static final Set<String> CRITICAL =
            Set.of(ObjectIdentifiers.DELTA_CRL_INDICATOR, ObjectIdentifiers.ISSUING_DISTRIBUTION_POINT);

    CrlCriticalKnown() {
        super(
                "crl-critical-extension-known",
                Severity.ERROR,
                "RFC 5280 §5.2",
                "crlExtensions",
                "The only critical extensions are those of delta and partitioned CRLs.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        for (JudgedExtension extension : crl.extensions()) {
            if (extension.criticalWritten() && !(extension.critical() && CRITICAL.contains(extension.oid()))) {
                return wrong("extension " + extension.oid() + " is critical, or says critical FALSE");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
