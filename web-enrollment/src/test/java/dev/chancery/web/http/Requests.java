package dev.chancery.web.http;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Requests as values, for tests that need no server. */
public final class Requests {
    public static final String ORIGIN = "https://ca.example.com:8443";

    private Requests() {}

    public static RequestHead head(String method, String path, String... headers) {
        return head(method, path, "192.0.2.7", true, List.of(), headers);
    }

    public static RequestHead head(
            String method, String path, String address, boolean secure, List<X509Certificate> peer, String... headers) {
        String[] parts = path.split("\\?", 2);
        Parameters query = parts.length == 1 ? Parameters.none() : Parameters.urlEncoded(parts[1], "query");
        return new RequestHead(method, parts[0], query, Parameters.headers(headers), ORIGIN, address, secure, peer);
    }

    public static Body body(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Exchange exchange(RequestHead head, String body) {
        return Exchange.of(head, Map.of(), body(body));
    }
}
