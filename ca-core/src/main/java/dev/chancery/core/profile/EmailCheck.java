package dev.chancery.core.profile;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.SubjectAltName;
import java.util.Locale;
import java.util.Optional;

/** Mail addresses (RFC 5280 §4.2.1.6, RFC 5321 §4.1.2): {@code user@host} in ASCII, no display name. */
final class EmailCheck {
    private EmailCheck() {}

    static Optional<NameProblem> check(String text) {
        int at = text.lastIndexOf('@');
        try {
            new SubjectAltName.Email(text);
        } catch (IllegalArgumentException e) {
            return problem(text, "is not a mail address of the form user@host.");
        }
        String host = text.substring(at + 1);
        return HostName.check(host).isPresent() || host.startsWith("*")
                ? problem(text, "is not a mail address: what stands behind the @ is not a host name.")
                : Optional.empty();
    }

    /** The host in lower case; what stands before the @ is its owner's affair. */
    static SubjectAltName.Email granted(String text) {
        int behind = text.lastIndexOf('@') + 1;
        return new SubjectAltName.Email(
                text.substring(0, behind) + text.substring(behind).toLowerCase(Locale.ROOT));
    }

    private static Optional<NameProblem> problem(String text, String words) {
        return Optional.of(NameProblem.of("name-email", Quoted.of(text) + " " + words));
    }
}
