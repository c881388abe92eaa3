package dev.chancery.core.lint;

import java.util.Optional;

/** Software that looks at one of the two only would take an error for an answer. */
final class OcspBytesFitStatus extends OcspRule {
    OcspBytesFitStatus() {
        super(
                "ocsp-bytes-fit-status",
                Severity.ERROR,
                "RFC 6960 §4.2.1",
                "responseBytes",
                "A successful response says something, and an error nothing but its status.");
    }

    @Override
    Optional<String> judge(JudgedOcsp response) {
        boolean successful = response.status() == 0;
        return successful == response.type().isPresent()
                ? fine()
                : wrong(
                        successful
                                ? "the status is successful, and there is no answer"
                                : "the status is an error, and there is an answer");
    }
}
