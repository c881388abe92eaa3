package dev.chancery.core.profile;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Further names of the CA, for people: verifiers do not look at them (RFC 5280 §4.2.1.7).
 *
 * @param dns host names in lower case
 * @param ip addresses
 * @param email mail addresses
 * @param uri absolute ones
 * @param directory names in a directory, {@code O=Example,C=DE}
 */
public record IssuerNames(
        List<String> dns, List<String> ip, List<String> email, List<URI> uri, List<SubjectName> directory) {
    private static final int MOST = 20;

    public IssuerNames {
        dns = List.copyOf(dns);
        ip = List.copyOf(ip);
        email = List.copyOf(email);
        uri = List.copyOf(uri);
        directory = List.copyOf(directory);
        each("dns", dns, IssuerNames::host, "is no host name in lower case, such as pki.example.com");
        each("ip", ip, text -> IpLiteral.parse(text).isPresent(), "is no IP address, such as 192.0.2.1 or 2001:db8::1");
        each("email", email, text -> EmailCheck.check(text).isEmpty(), "is no mail address, such as pki@example.com");
        each("uri", uri, IssuerNames::address, "is no absolute address, such as https://pki.example.com/");
        each("directory", directory, name -> !name.isEmpty(), "is empty; write a name, such as O=Example,C=DE");
    }

    public static IssuerNames defaults() {
        return new IssuerNames(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return Stream.of(dns, ip, email, uri, directory).allMatch(Collection::isEmpty);
    }

    /** All but those in a directory, in the order in which they stand in the certificate. */
    public List<SubjectAltName> names() {
        List<SubjectAltName> all = new ArrayList<>();
        dns.forEach(text -> all.add(new SubjectAltName.Dns(text)));
        ip.forEach(text -> IpLiteral.parse(text).ifPresent(all::add));
        email.forEach(text -> all.add(new SubjectAltName.Email(text)));
        uri.forEach(address -> all.add(new SubjectAltName.Uri(address.toString())));
        return List.copyOf(all);
    }

    private static boolean host(String text) {
        return HostName.check(text).isEmpty()
                && !text.startsWith("*")
                && text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean address(URI uri) {
        return uri.isAbsolute() && uri.toString().chars().allMatch(c -> c > 0x20 && c < 0x7f);
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
