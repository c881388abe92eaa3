package dev.chancery.core.lint;

import java.util.Optional;

/** Caches keep it by the one question, and many clients ask one. */
final class OcspOneAnswer extends BasicOcspRule {
    OcspOneAnswer() {
        super(
                "ocsp-one-answer",
                Severity.NOTICE,
                "RFC 5019 §2.2.1",
                "responses",
                "A response is about one certificate.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        long serials = basic.answers().stream()
                .map(answer -> answer.certId().serial())
                .distinct()
                .count();
        return serials > 1 ? wrong("it is about " + serials + " certificates") : fine();
    }
}
