package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which of the two counts is anybody's guess. */
final class RequestExtensionsUnique extends RequestRule {
    RequestExtensionsUnique() {
        super(
                "csr-extensions-unique",
                Severity.ERROR,
                "RFC 5280 §4.2",
                "attributes",
                "No extension is asked for twice.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        Set<String> seen = new HashSet<>();
        for (JudgedExtension extension : request.extensions()) {
            if (!seen.add(extension.oid())) {
                return wrong("extension " + extension.oid() + " is asked for twice");
            }
        }
        return fine();
    }
}
