package dev.chancery.core.lint;

import java.util.Optional;

/** Everybody who sees the request can read it, and this CA never uses it. */
final class RequestChallengePassword extends RequestRule {
    RequestChallengePassword() {
        super(
                "csr-challenge-password",
                Severity.NOTICE,
                "RFC 2985 §5.4.1",
                "attributes",
                "There is no challenge password in a request that others see.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.has(ObjectIdentifiers.CHALLENGE_PASSWORD)
                ? wrong("the request holds a challenge password, in clear")
                : fine();
    }
}
