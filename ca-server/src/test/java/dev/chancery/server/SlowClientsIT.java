package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** SECURITY.md rule 23: clients that send an octet now and then keep nobody else waiting. */
@DisplayName("Slow clients")
class SlowClientsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path work;

    private final List<Socket> slow = new ArrayList<>();

    @Test
    @DisplayName("by the hundred, in headers and bodies, on both listeners, stop nobody")
    void some() throws Exception {
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"))) {
            besides(300, server, () -> {
                List<Long> times = measure(server, 30);
                assertThat(times).hasSize(30);
            });
        }
    }

    @Test
    @Tag("long")
    @DisplayName("by the thousand let the 99th percentile of others less than double")
    void many() throws Exception {
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"))) {
            measure(server, 2000); // warms up
            long alone = percentile99(measure(server, 2000));
            besides(5000, server, () -> {
                long together = percentile99(measure(server, 2000));
                System.out.printf("p99 alone %d µs, beside 5,000 slow connections %d µs%n", alone, together);
                assertThat(together).isLessThan(2 * alone);
            });
        }
    }

    /** What is done while others are slow. */
    @FunctionalInterface
    private interface Meanwhile {
        void run() throws IOException, InterruptedException;
    }

    private void besides(int count, ServerProcess server, Meanwhile meanwhile) throws Exception {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        SocketFactory tls = TestServer.trusting(
                        JSON.readTree(Files.readString(work.resolve("data").resolve("server.json")))
                                .get("root")
                                .asString())
                .getSocketFactory();
        try {
            for (int i = 0; i < count; i++) {
                boolean plain = i % 4 < 2;
                Socket socket = connect(plain ? SocketFactory.getDefault() : tls, server, plain);
                send(
                        socket,
                        i % 2 == 0
                                ? "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: "
                                : "POST /api/v1/certificates HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{");
                slow.add(socket);
            }
            var unused = ticks.scheduleWithFixedDelay(this::trickle, 1, 1, TimeUnit.SECONDS);
            meanwhile.run();
        } finally {
            ticks.shutdownNow();
            assertThat(ticks.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket connect(SocketFactory factory, ServerProcess server, boolean plain) throws IOException {
        URI address = URI.create(plain ? server.http("/") : server.https("/"));
        return factory.createSocket(address.getHost(), address.getPort());
    }

    private void trickle() {
        for (Socket socket : slow) {
            try {
                send(socket, "x");
            } catch (IOException e) {
                // The server's deadline has passed: as it should be.
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Microseconds of requests of every kind, each of which must succeed. */
    private List<Long> measure(ServerProcess server, int count) throws IOException, InterruptedException {
        String csr = Pem.encode(
                "CERTIFICATE REQUEST",
                OwnRequest.pkcs10(
                        new KeyVault(Secret.of("unused")).generate(KeyAlgorithm.EC_P256), "web.lab.example.com"));
        String body = JSON.writeValueAsString(Map.of("profile", "tls-server", "csr", csr));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpRequest.Builder request = switch (i % 3) {
                case 0 -> HttpRequest.newBuilder(URI.create(server.http("/health/ready")));
                case 1 -> HttpRequest.newBuilder(URI.create(server.http("/crl/issuing.crl")));
                default ->
                    HttpRequest.newBuilder(URI.create(server.https("/api/v1/certificates")))
                            .header("Authorization", "Bearer " + server.token())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            };
            long began = System.nanoTime();
            int status = server.client()
                    .send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            assertThat(status).isEqualTo(i % 3 == 2 ? 201 : 200);
        }
        return times;
    }

    private static long percentile99(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() * 99 / 100);
    }
}
