package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SECURITY.md rule 14: acknowledged means on disk, whatever moment the process dies at. */
@DisplayName("kill -9 while 50 clients request and revoke")
class KillIT {
    private static final int CLIENTS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path work;

    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private final Map<String, Boolean> revoked = new ConcurrentHashMap<>();

    @Test
    @DisplayName("loses nothing that was acknowledged, in 20 cycles")
    void fewCycles() throws Exception {
        cycles(20, 1);
    }

    @Test
    @Tag("long")
    @DisplayName("loses nothing that was acknowledged, in 100 cycles")
    void manyCycles() throws Exception {
        cycles(100, 2);
    }

    private void cycles(int count, long seed) throws Exception {
        Random random = new Random(seed);
        Path data = work.resolve("data");
        Path log = work.resolve("server.log");
        String csr = csr();
        for (int cycle = 0; cycle < count; cycle++) {
            try (ServerProcess server = ServerProcess.start(data, log)) {
                everythingIsThere(server);
                load(server, csr, Duration.ofMillis(random.nextInt(1000)));
            }
        }
        try (ServerProcess server = ServerProcess.start(data, log)) {
            everythingIsThere(server);
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        assertThat(issued).hasSizeGreaterThanOrEqualTo(count * 10);
        assertThat(revoked).isNotEmpty();
        Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        System.out.printf(
                "kill -9: %d cycles, %d certificates and %d revocations acknowledged, none lost%n",
                count, issued.size(), revoked.size());
    }

    /** Fifty clients work; some time after the first of them were answered, the server is killed under them. */
    private void load(ServerProcess server, String csr, Duration until) throws InterruptedException {
        int issuedBefore = issued.size();
        int revokedBefore = revoked.size();
        AtomicBoolean dead = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            clients.execute(() -> {
                while (!dead.get()) {
                    try {
                        issueAndPerhapsRevoke(server, csr, client);
                    } catch (IOException e) {
                        // The server is gone, or about to be: not acknowledged, so nothing to remember.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            });
        }
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> issued.size() >= issuedBefore + 10 && revoked.size() > revokedBefore);
            Thread.sleep(until.toMillis());
        } finally {
            server.kill();
            dead.set(true);
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void issueAndPerhapsRevoke(ServerProcess server, String csr, int client)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(server, "POST", "/api/v1/certificates", Map.of("profile", "tls-server", "csr", csr));
        if (answer.statusCode() == 503) {
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode certificate = JSON.readTree(answer.body());
        String serial = certificate.get("serial").asString();
        String before = issued.put(serial, certificate.get("certificate").asString());
        assertThat(before).as("serial " + serial + " was given twice").isNull();
        if (client % 5 == 0) {
            HttpResponse<String> gone = send(
                    server, "POST", "/api/v1/certificates/" + serial + "/revocation", Map.of("reason", "superseded"));
            if (gone.statusCode() / 100 == 2) {
                revoked.put(serial, true);
            }
        }
    }

    /** Byte for byte, with its revocation, and in the CRL. */
    private void everythingIsThere(ServerProcess server) throws IOException, InterruptedException {
        for (Map.Entry<String, String> certificate : issued.entrySet()) {
            HttpResponse<String> answer = send(server, "GET", "/api/v1/certificates/" + certificate.getKey(), Map.of());
            assertThat(answer.statusCode()).as(certificate.getKey()).isEqualTo(200);
            JsonNode found = JSON.readTree(answer.body());
            assertThat(found.get("certificate").asString()).isEqualTo(certificate.getValue());
            if (revoked.containsKey(certificate.getKey())) {
                assertThat(found.get("status").asString()).isEqualTo("revoked");
            }
        }
        if (!revoked.isEmpty()) {
            Path crl = work.resolve("issuing.crl");
            server.client()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.http("/crl/issuing.crl")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofFile(crl));
            String listed = Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", "issuing.crl", "-noout", "-text");
            revoked.keySet().forEach(serial -> assertThat(listed).containsIgnoringCase(serial));
        }
    }

    private static HttpResponse<String> send(ServerProcess server, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return server.client()
                .send(
                        HttpRequest.newBuilder(URI.create(server.https(path)))
                                .timeout(Duration.ofSeconds(30))
                                .header("Authorization", "Bearer " + server.token())
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String csr() throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "c.csr",
                "-subj",
                "/CN=load.lab.example.com");
        return Files.readString(work.resolve("c.csr"));
    }
}
