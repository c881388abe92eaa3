package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A name that nobody granted is somebody else's. */
final class NamesAsExpected extends ExpectationRule {
    NamesAsExpected() {
        super(
                "names-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "The alternative names are those that were granted, as a set.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> found = new HashSet<>();
        for (GeneralName name : certificate.standard().namesOrNone()) {
            found.add(name.label());
        }
        return found.equals(expectation.names())
                ? fine()
                : wrong("granted were " + Shown.quoted(new TreeSet<>(expectation.names()).toString()) + ", found "
                        + Shown.quoted(new TreeSet<>(found).toString()));
    }
}
