package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty list is not allowed. */
final class RequestNamesNotEmpty extends RequestRule {
    RequestNamesNotEmpty() {
        super(
                "csr-names-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "The alternative names that are asked for are some, and none is empty.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        Optional<List<GeneralName>> names = request.standard().names();
        return names.isPresent()
                        && (names.get().isEmpty()
                                || names.get().stream()
                                        .anyMatch(name -> name.element().contentLength() == 0))
                ? wrong("subjectAltName is asked for and empty, or has an empty name")
                : fine();
    }
}
