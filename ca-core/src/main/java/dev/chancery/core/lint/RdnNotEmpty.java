package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty SET is no RDN; parsers throw or skip it. */
final class RdnNotEmpty extends SubjectRule {
    RdnNotEmpty() {
        super("subject-rdn-not-empty", Severity.ERROR, "RFC 5280 §4.1.2.4", "Every RDN has an attribute.");
    }

    @Override
    Optional<String> judge(EncodedName subject) {
        return subject.rdns().stream().anyMatch(List::isEmpty)
                ? wrong("the subject has an RDN without attributes")
                : fine();
    }
}
