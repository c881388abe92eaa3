package dev.chancery.core.lint;

import java.util.Optional;

/** Clients look at nothing else; the common name alone names no server any more. */
final class RequestNamesAsked extends RequestRule {
    RequestNamesAsked() {
        super(
                "csr-names-asked",
                Severity.NOTICE,
                "RFC 9525 §2",
                "subjectAltName",
                "A request for a server asks for alternative names.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.standard().names().isEmpty()
                ? wrong("no alternative names are asked for; a server certificate needs them")
                : fine();
    }
}
