package dev.chancery.core.lint;

import java.util.Optional;

/** Reading is the judgement; what is left to look at here is what attributes and extensions hold. */
final class RequestWellFormed extends RequestRule {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 10_000;

    RequestWellFormed() {
        super(
                "csr-well-formed",
                Severity.ERROR,
                "RFC 2986 §4",
                "certificationRequest",
                "The octets are one DER element, nested at most 32 deep, with the outline of a request.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        for (JudgedExtension extension : request.extensions()) {
            extension.value().walk(MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        }
        return fine();
    }
}
