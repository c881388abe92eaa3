package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Mail cannot be sent to it otherwise. */
final class EmailHost extends NamesRule {
    EmailHost() {
        super(
                "san-email-host",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6, RFC 5321 §4.1.2",
                "The host of a mail address is a host name of letters, digits and hyphens.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            String host = name.email() ? name.text().substring(name.text().lastIndexOf('@') + 1) : "a";
            if (!host.isEmpty() && !Characters.hostName(host) && !(host.startsWith("[") && host.endsWith("]"))) {
                return wrong("the host of the mail address " + Shown.quoted(name.text()) + " is no host name");
            }
        }
        return fine();
    }
}
