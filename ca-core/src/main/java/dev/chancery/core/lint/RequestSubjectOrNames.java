package dev.chancery.core.lint;

import java.util.Optional;

/** Otherwise names have to be given beside it. */
final class RequestSubjectOrNames extends RequestRule {
    RequestSubjectOrNames() {
        super(
                "csr-subject-or-names",
                Severity.WARNING,
                "RFC 5280 §4.1.2.6",
                "subject",
                "The request says for whom: a subject, alternative names, or both.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.subject().isEmpty() && request.standard().namesOrNone().isEmpty()
                ? wrong("there is neither a subject nor an alternative name")
                : fine();
    }
}
