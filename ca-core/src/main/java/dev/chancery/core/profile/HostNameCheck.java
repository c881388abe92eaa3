package dev.chancery.core.profile;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.Wording;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names as people type them: finds the other thing that was meant before the rules of {@link HostName} apply. */
final class HostNameCheck {
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#@:\\[\\]]*)(:[0-9]*)?([/?#].*)?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:/]+):[0-9]{1,5}");

    private HostNameCheck() {}

    static Optional<NameProblem> check(String text) {
        // What nearly all names are, and none of what is looked for below can be said with.
        return HostName.usual(text) && !text.contains("--") && !endsInNumber(text)
                ? Optional.empty()
                : lookCloser(text);
    }

    static Optional<NameProblem> lookCloser(String text) {
        String shown = Quoted.of(text);
        if (!text.equals(text.strip())) {
            return Optional.of(instead("name-space", shown, " begins or ends with a space.", text.strip()));
        }
        if (IpLiteral.parse(text).isPresent()) {
            return Optional.of(NameProblem.about(
                    "name-is-ip",
                    "name-is-literal",
                    shown,
                    " is an IP address, which no client looks for among the host names; give it as an IP address.",
                    Optional.empty()));
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            return Optional.of(
                    instead("name-is-url", shown, " is a URL; a certificate names its host only.", url.group(1)));
        }
        Matcher withPort = WITH_PORT.matcher(text);
        if (withPort.matches()) {
            return Optional.of(instead(
                    "name-has-port",
                    shown,
                    " has a port; a certificate is good for a host, whatever the port.",
                    withPort.group(1)));
        }
        if (text.contains("@")) {
            return Optional.of(NameProblem.about(
                    "name-is-email",
                    "name-is-email",
                    shown,
                    " is a mail address, not a host name; give the host's name alone.",
                    Optional.empty()));
        }
        Optional<NameProblem> problem = HostName.check(text)
                .map(found -> new NameProblem(found.rule(), found.message(), found.suggestion(), found.wording()));
        if (problem.isEmpty() && endsInNumber(text)) {
            return Optional.of(NameProblem.about(
                    "name-is-ip",
                    "name-ends-in-number",
                    shown,
                    " ends in a number, so clients take it for an IP address (0x7f.1 is 127.0.0.1 to them);"
                            + " give a host name, or the address as four decimal numbers.",
                    Optional.empty()));
        }
        return problem.isPresent() ? problem : labels(text, shown);
    }

    /** As the URL standard of the WHATWG has it: such a host is parsed as IPv4, and nothing else. */
    private static boolean endsInNumber(String text) {
        int last = text.lastIndexOf('.') + 1;
        char first = last < text.length() ? text.charAt(last) : '.';
        return first >= '0' && first <= '9' && text.substring(last).matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }

    private static Optional<NameProblem> labels(String text, String shown) {
        for (String label : text.split("\\.")) {
            if (ALabel.claimed(label) && !ALabel.valid(label)) {
                return Optional.of(new NameProblem(
                        "name-a-label",
                        shown + " has the part " + Quoted.of(label)
                                + ", which looks like an internationalised name and stands for none (RFC 5890).",
                        Optional.empty(),
                        Wording.of("name-a-label", shown, Quoted.of(label))));
            }
        }
        return Optional.empty();
    }

    /** Suggests the correction only when it would be accepted. */
    private static NameProblem instead(String rule, String shown, String rest, String correction) {
        boolean good = HostName.check(correction).isEmpty();
        return NameProblem.about(rule, rule, shown, rest, good ? Optional.of(correction) : Optional.empty());
    }
}
