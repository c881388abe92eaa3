package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which of two answers counts, each client decides by itself. */
final class OcspAnswersUnique extends BasicOcspRule {
    OcspAnswersUnique() {
        super(
                "ocsp-answers-unique",
                Severity.ERROR,
                "RFC 6960 §3.2",
                "responses",
                "No certificate is answered for twice in the same words.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        Set<Der> seen = new HashSet<>();
        for (OcspAnswer answer : basic.answers()) {
            if (!seen.add(answer.certId().encoded())) {
                return wrong("there are two answers about the serial number "
                        + answer.certId().serial().toString(16));
            }
        }
        return fine();
    }
}
