package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One reader takes the first, another the last. */
final class ExtensionsUnique extends CertificateRule {
    ExtensionsUnique() {
        super("extensions-unique", Severity.ERROR, "RFC 5280 §4.2", "extensions", "No extension stands there twice.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Set<String> seen = new HashSet<>();
        for (JudgedExtension extension : certificate.extensions()) {
            if (!seen.add(extension.oid())) {
                return wrong("extension " + extension.oid() + " stands there twice");
            }
        }
        return fine();
    }
}
