package dev.chancery.server.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what a test has put there, and remembers what was asked. */
final class FakeServer implements AutoCloseable {
    static final String TOKEN = "chy_test-token";

    /** One request that came. */
    record Asked(String line, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is answered. */
    record Answer(int status, String contentType, Der body) {
        static Answer json(int status, String text) {
            return new Answer(status, "application/json", Der.ofOwned(text.getBytes(StandardCharsets.UTF_8)));
        }

        static Answer problem(int status, String text) {
            return new Answer(status, "application/problem+json", Der.ofOwned(text.getBytes(StandardCharsets.UTF_8)));
        }

        static Answer bytes(String contentType, byte[] body) {
            return new Answer(200, contentType, Der.copyOf(body));
        }
    }

    final TestCa ca = new TestCa("Fake Root");
    final List<Asked> asked = new ArrayList<>();
    private final Map<String, Deque<Function<Asked, Answer>>> answers = new ConcurrentHashMap<>();
    private final HttpsServer https;
    private final HttpServer http;
    private int broken;

    FakeServer() throws Exception {
        this("localhost");
    }

    FakeServer(String nameInCertificate) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        https = HttpsServer.create(anyPort, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(ca.server(nameInCertificate)));
        https.createContext("/", this::answer);
        https.start();
        http = HttpServer.create(anyPort, 0);
        http.createContext("/", this::answer);
        http.start();
    }

    String httpsUrl() {
        return "https://localhost:" + https.getAddress().getPort();
    }

    String httpUrl() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** @param line {@code GET /api/v1/profiles}; the query does not matter. Several answers are given in turn. */
    FakeServer on(String line, Answer answer) {
        return on(line, asked -> answer);
    }

    FakeServer on(String line, Function<Asked, Answer> answer) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** The next connections end without an answer. */
    void breakNext(int count) {
        broken = count;
    }

    /** A data directory as this server would have written it. */
    Path dataDirectory(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        String root = ca.root().pem().replace("\n", "\\n");
        Files.writeString(
                data.resolve("server.json"),
                "{\"pid\": " + ProcessHandle.current().pid() + ", \"httpUrl\": \"" + httpUrl() + "\", \"httpsUrl\": \""
                        + httpsUrl() + "\", \"root\": \"" + root + "\"}");
        writeToken(data.resolve("admin.token"));
        return data;
    }

    static Path writeToken(Path file) throws IOException {
        Files.writeString(file, TOKEN + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(request);
            if (broken > 0) {
                broken--;
                throw new IOException("broken on purpose");
            }
            Answer answer = find(exchange, request);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(
                    answer.status(),
                    answer.body().length() == 0 ? -1 : answer.body().length());
            exchange.getResponseBody().write(answer.body().octets());
        }
    }

    private Answer find(HttpExchange exchange, Asked request) {
        boolean api = exchange.getRequestURI().getPath().startsWith("/api/");
        if (api && !request.header("Authorization").equals("Bearer " + TOKEN)) {
            return Answer.problem(401, "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"No such token.\"}");
        }
        Deque<Function<Asked, Answer>> found = answers.get(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        if (found == null) {
            return Answer.problem(
                    404, "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is nothing here.\"}");
        }
        return (found.size() > 1 ? found.remove() : found.peek()).apply(request);
    }

    @Override
    public void close() {
        https.stop(0);
        http.stop(0);
    }
}
