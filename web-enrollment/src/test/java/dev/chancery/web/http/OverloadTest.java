package dev.chancery.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A listener to which more comes than it can work on")
class OverloadTest {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Turns turns = new Turns(1, 1);
    private final Server server = new Server(new QueuedThreadPool(12));
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void start() throws Exception {
        Router router = new Router(
                List.of(
                        Route.api(Method.GET, "/slow", Access.open(), exchange -> waited()),
                        Route.api(
                                Method.POST,
                                "/echo",
                                Access.open(),
                                exchange -> Reply.bytes(200, "text/plain", exchange.body(1024)))),
                (exchange, route) -> new Gate.Admission.Admitted(exchange.as(Visitor.anonymous(), Optional.empty())),
                new ProblemJson(),
                new Incidents(new SecureRandom()));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new JettyHandler(router, Duration.ofSeconds(2), turns));
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        gate.countDown();
        server.stop();
    }

    private Reply waited() {
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.text(200, "text/plain", "done");
    }

    private CompletableFuture<HttpResponse<String>> get() {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slow"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("works on some, lets some wait, and refuses the rest with 503 and Retry-After")
    void refuses() {
        CompletableFuture<HttpResponse<String>> first = get();
        await().until(() -> turns.running() == 1);
        CompletableFuture<HttpResponse<String>> second = get();
        await().until(() -> turns.waiting() == 1);

        HttpResponse<String> third = get().join();

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(third.body()).contains("try again in a moment");
        assertThat(turns.refused()).isEqualTo(1);
        gate.countDown();
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(200);
        await().until(() -> turns.running() == 0);
    }

    @Test
    @DisplayName("spends no thread on bodies that come slowly, and ends them at their deadline")
    void slowBodies() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(begin("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"));
            }

            HttpResponse<String> quick = post("hello");

            assertThat(quick.statusCode()).isEqualTo(200);
            assertThat(quick.body()).isEqualTo("hello");
            assertThat(turns.running() + turns.waiting()).isLessThanOrEqualTo(1);
            // All forty end at the same moment, and there may be no turn left to say more than 503.
            assertThat(firstLine(slow.get(0))).matches("HTTP/1.1 (408|503)");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("puts a body together that comes in pieces, and refuses one that is too long")
    void pieces() throws Exception {
        try (Socket socket =
                begin("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhe")) {
            send(socket, "llo");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello");
        }
        assertThat(post("x".repeat(2000)).statusCode()).isEqualTo(413);
        assertThat(post("x".repeat(2_000_000)).statusCode()).isEqualTo(413);
        assertThat(post("").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/echo"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Socket begin(String text) throws IOException {
        Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
