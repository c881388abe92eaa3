package dev.chancery.core.lint;

import java.util.Optional;

/** No profile grants every purpose. */
final class RequestAnyPurposeAsked extends RequestRule {
    RequestAnyPurposeAsked() {
        super(
                "csr-any-purpose-asked",
                Severity.NOTICE,
                "RFC 5280 §4.2.1.12",
                "extKeyUsage",
                "A request names its purposes and does not ask for all.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.standard().hasPurpose(ObjectIdentifiers.ANY_PURPOSE)
                ? wrong("the request asks for every purpose")
                : fine();
    }
}
