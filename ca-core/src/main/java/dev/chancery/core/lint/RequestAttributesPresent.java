package dev.chancery.core.lint;

import java.util.Optional;

/** Old software leaves them out, and strict parsers refuse that. */
final class RequestAttributesPresent extends RequestRule {
    RequestAttributesPresent() {
        super(
                "csr-attributes-present",
                Severity.WARNING,
                "RFC 2986 §4.1",
                "attributes",
                "The attributes are present, if only as an empty set.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.attributes().isPresent() ? fine() : wrong("the attributes are left out");
    }
}
