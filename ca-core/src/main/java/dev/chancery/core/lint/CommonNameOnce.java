package dev.chancery.core.lint;

import java.util.Optional;

/** Software takes the first, or the last. */
final class CommonNameOnce extends SubjectRule {
    CommonNameOnce() {
        super("subject-common-name-once", Severity.WARNING, "RFC 6125 §6.4.4", "There is at most one common name.");
    }

    @Override
    Optional<String> judge(EncodedName subject) {
        long names = subject.attributes().stream()
                .filter(attribute -> attribute.oid().equals(ObjectIdentifiers.COMMON_NAME))
                .count();
        return names > 1 ? wrong("the subject has " + names + " common names") : fine();
    }
}
