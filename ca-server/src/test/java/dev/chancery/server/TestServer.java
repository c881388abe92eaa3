package dev.chancery.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server with the real wiring, on loopback and free ports, and a client that trusts its root. */
final class TestServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final RunningServer server;
    private final HttpClient client;
    private final String token;

    private TestServer(Path data, RunningServer server) {
        this.data = data;
        this.server = server;
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(server.readyBlock().root().pem()))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        try {
            this.token = Files.readString(data.resolve("admin.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With EC keys, so that a first start costs nothing. */
    static TestServer start(Path data) {
        return start(
                data, Clock.systemUTC(), Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256"));
    }

    static TestServer start(Path data, Clock clock, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.bind",
                "\"127.0.0.1\"",
                "server.http-port",
                "0",
                "server.https-port",
                "0",
                "log.level",
                "warn"));
        all.putAll(settings);
        return new TestServer(data, RunningServer.start(data, Optional.empty(), all, clock, Map.of()));
    }

    Path data() {
        return data;
    }

    ReadyBlock readyBlock() {
        return server.readyBlock();
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + server.httpPort() + path);
    }

    URI https(String path) {
        return URI.create("https://127.0.0.1:" + server.httpsPort() + path);
    }

    String token() {
        return token;
    }

    HttpClient client() {
        return client;
    }

    /** A client that keeps what it is told. */
    ApiCaller caller(Acknowledgements told, Duration patience) {
        return new ApiCaller(client, http("").toString(), https("").toString(), token, patience, told);
    }

    HttpResponse<byte[]> get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    HttpResponse<byte[]> api(String method, String path, Map<String, ?> body, String... headers) {
        HttpRequest.BodyPublisher publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(https("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A certificate for a CSR; fails unless it is issued at once. */
    JsonNode issue(String profile, String csrPem) {
        HttpResponse<byte[]> answer = api("POST", "/certificates", Map.of("profile", profile, "csr", csrPem));
        if (answer.statusCode() != 201) {
            throw new AssertionError("expected 201, got " + answer.statusCode() + ": " + text(answer));
        }
        return json(answer);
    }

    void revoke(String serial, String reason) {
        HttpResponse<byte[]> answer = api("POST", "/certificates/" + serial + "/revocation", Map.of("reason", reason));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("revocation: " + answer.statusCode() + " " + text(answer));
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** TLS that trusts one root and nothing else. */
    static SSLContext trusting(String rootPem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "root",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(rootPem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (java.security.GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    RunningServer running() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
