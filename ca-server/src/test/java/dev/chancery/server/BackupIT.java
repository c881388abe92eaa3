package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SECURITY.md rules 11 and 14: a backup under load, a kill, and both ways back. */
@DisplayName("A backup of a server under load")
class BackupIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path work;

    private final Queue<String> issued = new ConcurrentLinkedQueue<>();
    private final Queue<String> revoked = new ConcurrentLinkedQueue<>();

    private Tool chancery(String... arguments) {
        return Tool.run(work, ServerProcess.command(arguments));
    }

    @Test
    @DisplayName("comes back over what is left, and into an empty directory, and never un-revokes nor lowers a number")
    void life() throws Exception {
        Path data = work.resolve("data");
        Path log = work.resolve("server.log");
        Path pass = Files.writeString(work.resolve("pass"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(pass, PosixFilePermissions.fromString("rw-------"));
        Path backup = work.resolve("ca.chancery");
        String[] made = {"backup", backup.toString(), "--data", data.toString(), "--passphrase-file", pass.toString()};
        long numberBefore;
        try (ServerProcess server = ServerProcess.start(data, log)) {
            String csr = csr();
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService clients = clients(server, csr, enough);
            await().atMost(Duration.ofSeconds(60)).until(() -> revoked.size() >= 5);
            Tool backedUp = chancery(made);
            assertThat(backedUp.exitCode()).as(backedUp.output()).isZero();
            int revokedBefore = revoked.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> revoked.size() >= revokedBefore + 5);
            enough.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(chancery(made).output()).contains("exists already");
            numberBefore = allRevoked(server);
            server.kill();
        }
        opensElsewhere(backup);
        refusesWhatIsNotWhole(backup, pass, data);
        overWhatIsLeft(data, log, backup, pass, numberBefore);
        intoNothing(work.resolve("empty"), log, backup, pass, numberBefore);
    }

    private ExecutorService clients(ServerProcess server, String csr, AtomicBoolean enough) {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            clients.execute(() -> {
                try {
                    while (!enough.get()) {
                        issueAndRevoke(server, csr);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return clients;
    }

    private void issueAndRevoke(ServerProcess server, String csr) throws IOException, InterruptedException {
        String path = "/api/v1/certificates";
        HttpResponse<String> answer = post(server, path, Map.of("profile", "tls-server", "csr", csr));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String serial = JSON.readTree(answer.body()).get("serial").asString();
        issued.add(serial);
        HttpResponse<String> gone = post(server, path + "/" + serial + "/revocation", Map.of("reason", "superseded"));
        if (gone.statusCode() / 100 == 2) {
            revoked.add(serial);
        }
    }

    /** Every revocation is on the CRL. @return its number */
    private long allRevoked(ServerProcess server) throws IOException, InterruptedException {
        HttpResponse<String> published = post(server, "/api/v1/authorities/issuing/crl", Map.of());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        String crl = crl(server);
        revoked.forEach(serial -> assertThat(crl).containsIgnoringCase(serial));
        return JSON.readTree(published.body()).get("number").asLong();
    }

    private String crl(ServerProcess server) throws IOException, InterruptedException {
        Path file = work.resolve("issuing.crl");
        server.client()
                .send(
                        HttpRequest.newBuilder(URI.create(server.http("/crl/issuing.crl")))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(file));
        return Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", "issuing.crl", "-noout", "-text");
    }

    private void opensElsewhere(Path backup) {
        Tool.ok(
                work,
                "openssl",
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                backup.toString(),
                "-out",
                "ca.tar",
                "-pwri_password",
                PASSPHRASE);
        Tool.ok(work, "mkdir", "unpacked");
        Tool.ok(work, "tar", "-xf", "ca.tar", "-C", "unpacked");
        Tool.ok(work.resolve("unpacked"), "sha256sum", "--check", "--strict", "SHA256SUMS");
        assertThat(work.resolve("unpacked/keys/issuing.p12")).exists();
        assertThat(work.resolve("unpacked/db")).doesNotExist();
        assertThat(work.resolve("unpacked/admin.token")).doesNotExist();
    }

    private void refusesWhatIsNotWhole(Path backup, Path pass, Path data) throws IOException {
        byte[] good = Files.readAllBytes(backup);
        Path bad = work.resolve("bad.chancery");
        Path wrong = Files.writeString(work.resolve("wrong"), "another passphrase\n");
        Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-------"));
        String before = listing();
        assertRefused(backup, wrong, data, "The passphrase is not the one");
        Files.write(bad, java.util.Arrays.copyOf(good, good.length - 1));
        assertRefused(bad, pass, data, "cut off");
        byte[] flipped = good.clone();
        flipped[new Random(5).nextInt(good.length - 400) + 300] ^= 1;
        Files.write(bad, flipped);
        assertRefused(bad, pass, data, "The ");
        Files.delete(bad);
        Files.delete(wrong);
        assertThat(listing()).isEqualTo(before);
    }

    private void assertRefused(Path backup, Path pass, Path data, String words) {
        Tool refused =
                chancery("restore", backup.toString(), "--data", data.toString(), "--passphrase-file", pass.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains(words).doesNotContain("\tat ");
    }

    private String listing() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.map(Path::toString)
                    .filter(name -> !name.contains("/bad.") && !name.endsWith("/wrong"))
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    /** a) The database is gone, and a key; the journal is at hand. */
    private void overWhatIsLeft(Path data, Path log, Path backup, Path pass, long numberBefore) throws Exception {
        Tool.ok(
                work,
                "rm",
                "-r",
                data.resolve("db").toString(),
                data.resolve("keys/issuing.p12").toString());
        Tool restored =
                chancery("restore", backup.toString(), "--data", data.toString(), "--passphrase-file", pass.toString());
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(restored.output()).contains("It was kept, so nothing is lost", "keys/issuing.p12");
        try (ServerProcess server = ServerProcess.start(data, log)) {
            assertThat(allRevoked(server)).isGreaterThan(numberBefore);
            server.stop();
        }
    }

    /** b) Nothing is left but the backup. */
    private void intoNothing(Path data, Path log, Path backup, Path pass, long numberBefore) throws Exception {
        Tool restored =
                chancery("restore", backup.toString(), "--data", data.toString(), "--passphrase-file", pass.toString());
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(restored.output())
                .contains("Whatever happened after that moment may be missing", "revoke them once more")
                .contains("CRL numbers of issuing were raised", "CRL numbers of root were raised");
        try (ServerProcess server = ServerProcess.start(data, log)) {
            HttpResponse<String> shown = server.client()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.https("/api/v1/authorities/issuing/crl")))
                                    .header("Authorization", "Bearer " + server.token())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            JsonNode crl = JSON.readTree(shown.body());
            assertThat(crl.get("number").asLong()).isGreaterThan(numberBefore + 100_000_000);
            assertThat(crl.get("entries").asInt()).isPositive();
            server.stop();
        }
        Tool verified = chancery("verify", "--data", data.toString());
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private static HttpResponse<String> post(ServerProcess server, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return server.client()
                .send(
                        HttpRequest.newBuilder(URI.create(server.https(path)))
                                .timeout(Duration.ofSeconds(30))
                                .header("Authorization", "Bearer " + server.token())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
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
