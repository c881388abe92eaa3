package dev.chancery.core.profile;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.Wording;
import java.util.Optional;

/** What is wrong with one name, before it is known where the name stood. */
record NameProblem(String rule, String message, Optional<String> suggestion, Wording wording) {
    NameProblem(String rule, String message, Optional<String> suggestion) {
        this(rule, message, suggestion, Wording.none());
    }

    /** @param rest of the message, behind the name */
    static NameProblem about(String rule, String code, String shown, String rest, Optional<String> suggestion) {
        return new NameProblem(rule, shown + rest, suggestion, Wording.of(code, shown));
    }

    static NameProblem of(String rule, String message) {
        return new NameProblem(rule, message, Optional.empty());
    }

    static NameProblem suggesting(String rule, String message, String suggestion) {
        return new NameProblem(rule, message, Optional.of(suggestion));
    }

    Objection in(RequestedName name) {
        return new Objection(rule, name.field(), message, suggestion, wording);
    }
}
