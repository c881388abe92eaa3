package dev.chancery.core.lint;

import java.util.Optional;

/** An empty list answers nobody. */
final class OcspAnswersPresent extends BasicOcspRule {
    OcspAnswersPresent() {
        super(
                "ocsp-answers-present",
                Severity.ERROR,
                "RFC 6960 §4.2.1",
                "responses",
                "A response says something about a certificate.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return basic.answers().isEmpty() ? wrong("there is no answer in it") : fine();
    }
}
