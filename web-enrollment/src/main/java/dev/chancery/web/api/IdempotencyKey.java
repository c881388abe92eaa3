package dev.chancery.web.api;

import dev.chancery.web.http.RequestHead;
import java.util.Optional;

/** The {@code Idempotency-Key} header: a client's own name for a request, so that sending it twice issues once. */
final class IdempotencyKey {
    private IdempotencyKey() {}

    static Optional<String> of(RequestHead head) {
        Optional<String> key = head.header("Idempotency-Key");
        key.filter(text -> !text.matches("[\\x21-\\x7e]{1,200}")).ifPresent(text -> {
            throw Values.problem(
                    400,
                    "idempotency-key-form",
                    "Idempotency-Key",
                    "An Idempotency-Key is 1 to 200 printable ASCII characters without spaces; a UUID is a good one.");
        });
        return key;
    }
}
