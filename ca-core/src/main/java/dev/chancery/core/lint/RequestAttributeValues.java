package dev.chancery.core.lint;

import java.util.Optional;

/** Readers take the first, or the last, or none. */
final class RequestAttributeValues extends RequestRule {
    RequestAttributeValues() {
        super(
                "csr-attribute-values",
                Severity.ERROR,
                "RFC 2986 §4.1, RFC 2985 §5.4",
                "attributes",
                "Every attribute has a value; a challenge password and an extension request have exactly one.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        for (RequestAttribute attribute : request.attributeList()) {
            int values = attribute.values().size();
            boolean single =
                    attribute.extensionRequest() || attribute.oid().equals(ObjectIdentifiers.CHALLENGE_PASSWORD);
            if (values == 0 || single && values > 1) {
                return wrong("attribute " + attribute.oid() + " has " + values + " values");
            }
        }
        return fine();
    }
}
