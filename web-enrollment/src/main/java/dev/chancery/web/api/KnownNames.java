package dev.chancery.web.api;

import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Refuses members and parameters that nobody would look at: a misspelt one must not be silently ignored. */
final class KnownNames {
    private static final int MAXIMUM_FINDINGS = 20;

    private KnownNames() {}

    /** @param what {@code member} or {@code query parameter} */
    static void check(String what, Collection<String> found, List<String> known) {
        List<Objection> unknown = new ArrayList<>();
        for (String name : found) {
            if (!known.contains(name) && unknown.size() < MAXIMUM_FINDINGS) {
                unknown.add(objection(what, name, known));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.of(400, unknown));
        }
    }

    private static Objection objection(String what, String name, List<String> known) {
        String shown = LogText.escape(name);
        String begin = "There is no " + what + " \"" + shown + "\"";
        return NearestWord.to(name, known)
                .map(near ->
                        Objection.suggesting("unknown-name", shown, begin + "; did you mean \"" + near + "\"?", near))
                .orElseGet(() -> Objection.of(
                        "unknown-name",
                        shown,
                        known.isEmpty()
                                ? begin + "; none is taken here."
                                : begin + "; known are " + String.join(", ", known) + "."));
    }
}
