package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of two counts, each client decides by itself. */
final class OcspExtensionsUnique extends BasicOcspRule {
    OcspExtensionsUnique() {
        super(
                "ocsp-extensions-unique",
                Severity.ERROR,
                "RFC 5280 §4.2",
                "responseExtensions",
                "No extension stands twice in one list.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (List<JudgedExtension> list : basic.allExtensions()) {
            Set<String> seen = new HashSet<>();
            for (JudgedExtension extension : list) {
                if (!seen.add(extension.oid())) {
                    return wrong("extension " + extension.oid() + " stands there twice");
                }
            }
        }
        return fine();
    }
}
