package dev.chancery.core.profile;

import dev.chancery.core.x509.SubjectName;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Subtrees of names (RFC 5280 §4.2.1.10).
 *
 * @param dns {@code example.com}: the host and all below it
 * @param ip networks, {@code 10.0.0.0/8}, {@code 2001:db8::/32}
 * @param email {@code user@example.com}, a host {@code example.com}, or all hosts of a domain {@code .example.com}
 * @param uri a host {@code example.com}, or all hosts of a domain {@code .example.com}
 * @param directory the beginning of a subject, {@code O=Example,C=DE}
 */
public record ConstrainedNames(
        List<String> dns, List<String> ip, List<String> email, List<String> uri, List<SubjectName> directory) {
    private static final int MOST = 100;
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public ConstrainedNames {
        dns = List.copyOf(dns);
        ip = List.copyOf(ip);
        email = List.copyOf(email);
        uri = List.copyOf(uri);
        directory = List.copyOf(directory);
        each(
                "dns",
                dns,
                ConstrainedNames::host,
                "is no domain in lower case without a dot before it, such as example.com");
        each("ip", ip, text -> Network.parse(text).isPresent(), "is no network, such as 10.0.0.0/8 or 2001:db8::/32");
        each(
                "email",
                email,
                text -> domain(text)
                        || text.contains("@") && EmailCheck.check(text).isEmpty(),
                "is no mail address, host or domain, such as user@example.com, example.com or .example.com");
        each("uri", uri, ConstrainedNames::domain, "is no host or domain, such as example.com or .example.com");
        each("directory", directory, name -> !name.isEmpty(), "is empty; write the beginning of a subject, O=Example");
    }

    public static ConstrainedNames defaults() {
        return new ConstrainedNames(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return dns.isEmpty() && ip.isEmpty() && email.isEmpty() && uri.isEmpty() && directory.isEmpty();
    }

    private static boolean host(String text) {
        return HOST.matcher(text).matches();
    }

    private static boolean domain(String text) {
        return host(text.startsWith(".") ? text.substring(1) : text);
    }

    private static <T> void each(String key, List<T> values, Predicate<T> good, String otherwise) {
        if (values.size() > MOST) {
            throw new IllegalArgumentException(key + ": lists " + values.size() + " names; at most " + MOST);
        }
        for (T value : values) {
            if (!good.test(value)) {
                throw new IllegalArgumentException(key + ": " + Quoted.of(value.toString()) + " " + otherwise);
            }
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(key + ": a name is listed twice");
        }
    }
}
