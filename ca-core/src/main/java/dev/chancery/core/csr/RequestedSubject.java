package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectName;
import java.util.List;
import java.util.Optional;

/** The subject that was asked for, when every part of it can be shown. */
final class RequestedSubject {
    private RequestedSubject() {}

    static Optional<SubjectName> read(Der name, List<Objection> objections) {
        try {
            SubjectName subject = new SubjectName(name);
            subject.rfc4514(); // decodes the values, which Bouncy Castle would else do when somebody reads them
            subject.commonName();
            return Optional.of(subject);
        } catch (RuntimeException e) {
            // The library's reader was not made for strangers.
            objections.add(Objection.of(
                    "csr-subject",
                    "csr",
                    "The subject of the request is malformed. Make the request again with a plain subject such as"
                            + " CN=www.example.com."));
            return Optional.empty();
        }
    }
}
