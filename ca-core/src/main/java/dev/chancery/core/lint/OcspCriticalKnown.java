package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client must refuse what is critical and unknown to it. */
final class OcspCriticalKnown extends BasicOcspRule {
    private static final Set<String> KNOWN =
            Set.of(ObjectIdentifiers.OCSP_NONCE, ObjectIdentifiers.OCSP_EXTENDED_REVOKE);

    OcspCriticalKnown() {
        super(
                "ocsp-critical-extension-known",
                Severity.ERROR,
                "RFC 6960 §4.4",
                "responseExtensions",
                "No extension is critical but those that clients know.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (List<JudgedExtension> list : basic.allExtensions()) {
            for (JudgedExtension extension : list) {
                if (extension.critical() && !KNOWN.contains(extension.oid())) {
                    return wrong("extension " + extension.oid() + " is critical and unknown");
                }
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
