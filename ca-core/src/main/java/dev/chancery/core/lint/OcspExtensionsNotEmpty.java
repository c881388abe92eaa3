package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty list is not allowed. */
final class OcspExtensionsNotEmpty extends BasicOcspRule {
    OcspExtensionsNotEmpty() {
        super(
                "ocsp-extensions-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.1",
                "responseExtensions",
                "A list of extensions that is there has one.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return basic.allExtensions().stream().anyMatch(List::isEmpty) ? wrong("a list of extensions is empty") : fine();
    }
}
