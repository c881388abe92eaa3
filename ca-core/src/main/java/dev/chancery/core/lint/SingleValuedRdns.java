package dev.chancery.core.lint;

import java.util.Optional;

/** Several in one part are allowed, and shown and compared differently by many programs. */
final class SingleValuedRdns extends SubjectRule {
    SingleValuedRdns() {
        super(
                "subject-single-valued-rdns",
                Severity.NOTICE,
                "RFC 5280 §4.1.2.4",
                "Every part of the subject has one attribute.");
    }

    @Override
    Optional<String> judge(EncodedName subject) {
        return subject.rdns().stream().anyMatch(rdn -> rdn.size() > 1)
                ? wrong("a part of the subject has several attributes")
                : fine();
    }
}
