package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Test
    @DisplayName("by the hundred, in headers and bodies, on both listeners, stop nobody")
    void some() throws Exception {
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"));
                SlowConnections slow = SlowConnections.open(300, tls(), server)) {
            assertThat(measure(server, 30)).hasSize(30);
            // Those that are late are closed and come back, which takes them a moment.
            await().atMost(Duration.ofMinutes(1)).until(() -> open(server) >= slow.count());
        }
    }

    @Test
    @Tag("long")
    @DisplayName("by the thousand let the 99th percentile of others less than double")
    void many() throws Exception {
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"))) {
            measure(server, 2000); // warms up
            long before = percentile99(measure(server, 2000));
            long together;
            int fewest;
            try (SlowConnections slow = SlowConnections.open(5000, tls(), server)) {
                fewest = open(server);
                together = percentile99(measure(server, 2000));
                fewest = Math.min(fewest, open(server));
                System.out.printf("%d slow connections were replaced%n", slow.replaced());
            }
            long after = percentile99(measure(server, 2000));
            System.out.printf(
                    "p99 alone %d µs and %d µs, beside %d of 5,000 slow connections %d µs%n",
                    before, after, fewest, together);
            // The server closes those that are late, which they notice, and come back, within two seconds.
            assertThat(fewest).isGreaterThan(4000);
            assertThat(together).isLessThan(2 * Math.max(before, after));
        }
    }

    private SocketFactory tls() throws IOException {
        String description = Files.readString(work.resolve("data").resolve("server.json"));
        return TestServer.trusting(JSON.readTree(description).get("root").asString())
                .getSocketFactory();
    }

    /** Connections over both listeners, as the server counts them. */
    private static int open(ServerProcess server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.https("/metrics")))
                .header("Authorization", "Bearer " + server.token())
                .build();
        return server.client()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("chancery_connections "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
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
