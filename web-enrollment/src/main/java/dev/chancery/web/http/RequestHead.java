package dev.chancery.web.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request without its body.
 *
 * @param path as it came, percent-encoded, without the query
 * @param origin {@code https://host:port} that the client addressed, the port left out where it is the scheme's own
 * @param remoteAddress the peer's address as text
 * @param secure whether it came over TLS
 * @param peer the client's certificate chain, its own first; empty when it showed none
 */
public record RequestHead(
        String method,
        String path,
        Parameters query,
        Parameters headers,
        String origin,
        String remoteAddress,
        boolean secure,
        List<X509Certificate> peer) {
    public RequestHead {
        peer = List.copyOf(peer);
    }

    public Optional<String> header(String name) {
        return headers.text(name);
    }

    /** {@code application/json}, in lower case and without parameters. */
    public Optional<String> contentType() {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    public Optional<String> cookie(String name) {
        return headers.all("Cookie").stream()
                .flatMap(header -> java.util.Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Whether the client would rather read a page than problem details. */
    public boolean wantsPage() {
        return headers.all("Accept").stream().anyMatch(accept -> accept.contains("text/html"));
    }

    /** Sent by htmx for a part of a page. */
    public boolean wantsFragment() {
        return header("HX-Request").isPresent();
    }
}
