package dev.chancery.core.inspection;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The names and the key of a certificate, CRL or request, by their places alone; empty where they cannot be read, which
 * is for the rules to say.
 */
final class Outline {
    private static final int TAGGED_0 = 0xa0;
    private static final int INTEGER = 0x02;
    private static final int SUBJECT_IN_CERTIFICATE = 4;
    private static final int LONGEST = 200;

    private final List<DerCursor> body;

    private Outline(List<DerCursor> body) {
        this.body = body;
    }

    static Outline of(Der der) {
        try {
            List<DerCursor> body = DerCursor.of(der).children().get(0).children();
            boolean versioned = !body.isEmpty() && body.get(0).tag() == TAGGED_0;
            return new Outline(versioned ? body.subList(1, body.size()) : body);
        } catch (RuntimeException e) {
            return new Outline(List.of());
        }
    }

    Optional<Der> certificateIssuer() {
        return at(2);
    }

    Optional<Der> certificateSubject() {
        return at(SUBJECT_IN_CERTIFICATE);
    }

    Optional<Der> certificateKey() {
        return at(SUBJECT_IN_CERTIFICATE + 1);
    }

    Optional<Der> requestSubject() {
        return at(1);
    }

    Optional<Der> requestKey() {
        return at(2);
    }

    Optional<Der> crlIssuer() {
        return at(!body.isEmpty() && body.get(0).tag() == INTEGER ? 2 : 1);
    }

    private Optional<Der> at(int index) {
        return index < body.size() ? Optional.of(body.get(index).encoded()) : Optional.empty();
    }

    /** In the form of RFC 4514, cut where it is very long. */
    static String text(Optional<Der> name) {
        if (name.isEmpty()) {
            return "(no name that can be read)";
        }
        try {
            String text = new X500Principal(name.get().octets()).getName(X500Principal.RFC2253);
            if (text.isEmpty()) {
                return "(no subject)";
            }
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        } catch (IllegalArgumentException e) {
            return "(a name that cannot be read)";
        }
    }
}
