package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which of the two counts is anybody's guess. */
final class RequestAttributesUnique extends RequestRule {
    RequestAttributesUnique() {
        super(
                "csr-attributes-unique",
                Severity.ERROR,
                "RFC 2986 §4.1, X.501 §8.2",
                "attributes",
                "No attribute stands there twice.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        Set<String> seen = new HashSet<>();
        for (RequestAttribute attribute : request.attributeList()) {
            if (!seen.add(attribute.oid())) {
                return wrong("attribute " + attribute.oid() + " stands there twice");
            }
        }
        return fine();
    }
}
