package dev.chancery.core.lint;

import java.util.Optional;

/** It is the default of some templates, and no certificate of a server will have it. */
final class RequestCaAsked extends RequestRule {
    RequestCaAsked() {
        super(
                "csr-ca-asked",
                Severity.NOTICE,
                "RFC 5280 §4.2.1.9",
                "basicConstraints",
                "A request for what is no CA does not ask to be one.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.standard().basicConstraints().map(BasicConstraints::ca).orElse(false)
                ? wrong("the request asks for a CA certificate")
                : fine();
    }
}
