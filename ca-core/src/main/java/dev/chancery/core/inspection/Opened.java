package dev.chancery.core.inspection;

import dev.chancery.core.x509.Der;
import java.util.ArrayList;
import java.util.List;

/** What was found in a file, before anything is judged. */
record Opened(List<Part> parts, List<String> unreadable, List<String> remarks) {
    /** One element of DER that looks like one of the kinds. */
    record Part(Kind kind, Der der) {}

    static Opened empty() {
        return new Opened(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
