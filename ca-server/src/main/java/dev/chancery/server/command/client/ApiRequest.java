package dev.chancery.server.command.client;

import dev.chancery.core.x509.Der;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One call of the REST API.
 *
 * @param upload a body that is no JSON
 * @param path below {@code /api/v1/}, encoded, with its query
 */
public record ApiRequest(
        String method, String path, Optional<JsonNode> body, Optional<Upload> upload, Optional<String> idempotencyKey) {
    /** A file as the body, in the place of JSON. */
    public record Upload(String contentType, Der octets) {}

    /** @param segments of the path, not encoded: {@code "certificates", serial} */
    public static ApiRequest get(String... segments) {
        return of("GET", segments);
    }

    public static ApiRequest post(JsonNode body, String... segments) {
        return new ApiRequest("POST", path(segments), Optional.of(body), Optional.empty(), Optional.empty());
    }

    public static ApiRequest post(String... segments) {
        return of("POST", segments);
    }

    public static ApiRequest patch(JsonNode body, String... segments) {
        return new ApiRequest("PATCH", path(segments), Optional.of(body), Optional.empty(), Optional.empty());
    }

    public static ApiRequest put(JsonNode body, String... segments) {
        return new ApiRequest("PUT", path(segments), Optional.of(body), Optional.empty(), Optional.empty());
    }

    public static ApiRequest put(Upload file, String... segments) {
        return new ApiRequest("PUT", path(segments), Optional.empty(), Optional.of(file), Optional.empty());
    }

    public static ApiRequest post(Upload file, String... segments) {
        return new ApiRequest("POST", path(segments), Optional.empty(), Optional.of(file), Optional.empty());
    }

    public static ApiRequest delete(String... segments) {
        return of("DELETE", segments);
    }

    private static ApiRequest of(String method, String... segments) {
        return new ApiRequest(method, path(segments), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String path(String... segments) {
        return Arrays.stream(segments).map(ApiRequest::encoded).collect(Collectors.joining("/"));
    }

    /** Adds a parameter to the query. */
    public ApiRequest with(String name, String value) {
        String separator = path.contains("?") ? "&" : "?";
        return new ApiRequest(method, path + separator + name + "=" + encoded(value), body, upload, idempotencyKey);
    }

    public ApiRequest with(String name, Optional<String> value) {
        return value.map(present -> with(name, present)).orElse(this);
    }

    /** May be sent twice and counts once. */
    public ApiRequest idempotent(String key) {
        return new ApiRequest(method, path, body, upload, Optional.of(key));
    }

    boolean repeatable() {
        return method.equals("GET") || idempotencyKey.isPresent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
