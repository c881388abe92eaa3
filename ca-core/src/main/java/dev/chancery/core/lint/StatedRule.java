package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A rule that compares what an extension says, as a set of words, with what the profile states. */
abstract class StatedRule extends ExpectationRule {
    StatedRule(String id, String citation, String field, String text) {
        super(id, Severity.ERROR, citation, field, text);
    }

    abstract Set<String> stated(Particulars particulars);

    abstract Set<String> found(JudgedCertificate certificate);

    @Override
    final Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Set<String> stated = stated(expectation.particulars());
        Set<String> found = found(certificate);
        return found.equals(stated) ? fine() : wrong("the profile states " + shown(stated) + ", found " + shown(found));
    }

    private static String shown(Set<String> words) {
        return Shown.quoted(new TreeSet<>(words).toString());
    }
}
