package dev.chancery.web;

import dev.chancery.web.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/** A client of the test server, with the headers that it always sends. */
final class Client {
    private final URI base;
    private final HttpClient http;
    private final List<String> headers;

    Client(TestServer server, SSLContext context) {
        this(server.secureUri(), HttpClient.newBuilder().sslContext(context).build(), List.of());
    }

    private Client(URI base, HttpClient http, List<String> headers) {
        this.base = base;
        this.http = http;
        this.headers = headers;
    }

    Client header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(base, http, more);
    }

    Client bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Client at(URI other) {
        return new Client(other, http, headers);
    }

    URI base() {
        return base;
    }

    Answer get(String path) throws Exception {
        return send("GET", path, "", new byte[0]);
    }

    Answer json(String method, String path, String body) throws Exception {
        return send(method, path, body.isEmpty() ? "" : "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String type, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return new Answer(send(request.build()));
    }

    /** Once more when the server had closed the idle connection at the very moment; the JDK repeats only what is safe. */
    private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** A response, read. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.read(response.body());
        }

        /** What kind of thing came back and what it says, for a failing assertion. */
        @Override
        public String toString() {
            return status() + " " + header("Content-Type") + " " + text();
        }
    }
}
