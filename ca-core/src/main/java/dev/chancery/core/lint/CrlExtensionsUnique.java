package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One reader takes the first, another the last. */
final class CrlExtensionsUnique extends CrlRule {
    CrlExtensionsUnique() {
        super(
                "crl-extensions-unique",
                Severity.ERROR,
                "RFC 5280 §5.2",
                "crlExtensions",
                "Extensions are some, and none of them twice.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Set<String> seen = new HashSet<>();
        for (JudgedExtension extension : crl.extensions()) {
            if (!seen.add(extension.oid())) {
                return wrong("extension " + extension.oid() + " stands there twice");
            }
        }
        return crl.fields().extensions().isPresent() && seen.isEmpty() ? wrong("crlExtensions is empty") : fine();
    }
}
