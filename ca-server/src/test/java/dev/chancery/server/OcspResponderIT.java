package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The server's OCSP responder")
class OcspResponderIT {
    private static final Map<String, String> EC =
            Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256");

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private List<String> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".ocsp-"))
                    .sorted()
                    .toList();
        }
    }

    private static OcspQuestion question(TestServer server) {
        String pem = TestServer.text(server.get(server.http("/ca/issuing.pem")));
        return new OcspQuestion(server, EncodedCertificate.ofPem(pem));
    }

    private SerialNumber issue(TestServer server) throws IOException {
        return SerialNumber.parse(server.issue("tls-server", Csr.p256(work, "www.lab.example.com"))
                .get("serial")
                .asString());
    }

    /** Without what the server sees when it looks at itself from outside. */
    private static String ready(TestServer server) {
        return TestServer.text(server.get(server.http("/health/ready")))
                .lines()
                .filter(line -> !line.startsWith("Seen from outside"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("has a key for each CA from the first start on, and keeps it over a restart")
    void restart() throws IOException {
        List<String> before;
        SerialNumber serial;
        try (TestServer server = TestServer.start(data)) {
            before = keyFiles();
            assertThat(before).hasSize(2);
            assertThat(before.get(0)).matches("issuing\\.ocsp-[0-9a-f]{32}\\.p12");
            assertThat(before.get(1)).matches("root\\.ocsp-[0-9a-f]{32}\\.p12");
            serial = issue(server);
            assertThat(question(server).verdict(serial.value())).isEqualTo("good");
        }
        try (TestServer server = TestServer.start(data)) {
            assertThat(keyFiles()).isEqualTo(before);
            assertThat(question(server).verdict(serial.value())).isEqualTo("good");
            server.revoke(serial.hex(), "superseded");
        }
        try (TestServer server = TestServer.start(data)) {
            assertThat(question(server).verdict(serial.value())).isEqualTo("revoked");
            assertThat(ready(server)).isEqualTo("ready");
        }
    }

    @Test
    @DisplayName("says good of what was issued a moment ago, and revoked of what was revoked a moment ago")
    void atOnce() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            OcspQuestion question = question(server);
            for (int i = 0; i < 10; i++) {
                SerialNumber serial = issue(server);
                assertThat(question.verdict(serial.value())).isEqualTo("good");
                server.revoke(serial.hex(), i % 2 == 0 ? "keyCompromise" : "certificateHold");
                assertThat(question.verdict(serial.value())).isEqualTo(i % 2 == 0 ? "revoked" : "held");
                if (i % 2 == 1) {
                    release(server, serial);
                    assertThat(question.verdict(serial.value())).isEqualTo("good");
                }
            }
        }
    }

    @Test
    @DisplayName(
            "takes a GET with %2F or // in its base64 over HTTP, HTTP/2 and HTTPS; no other path over HTTPS may have them")
    void get() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            OcspQuestion question = question(server);
            String good = encoded(question, issue(server).value());
            String spelled = good.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
            java.math.BigInteger never = java.math.BigInteger.ONE.shiftLeft(150);
            while (!encoded(question, never).contains("//")) {
                never = never.add(java.math.BigInteger.valueOf(0x1_0001_0001L));
            }
            String slashes = encoded(question, never).replace("+", "%2B");
            for (URI base : List.of(server.http(""), server.https(""))) {
                for (HttpClient.Version version : HttpClient.Version.values()) {
                    assertThat(verdict(server, base + "/ocsp/" + spelled, version))
                            .isEqualTo("good");
                    assertThat(verdict(server, base + "/ocsp//" + good, version))
                            .isEqualTo("good");
                    assertThat(verdict(server, base + "/ocsp/" + slashes, version))
                            .isEqualTo("unknown");
                }
            }
            for (String path : List.of("/api%2Fv1/authorities", "/api//v1/authorities", "//login", "/ocsp%2F" + good)) {
                for (HttpClient.Version version : HttpClient.Version.values()) {
                    HttpResponse<byte[]> answer = get(server, server.https("") + path, version);
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(TestServer.text(answer)).isEqualTo("The request is not valid HTTP.\n");
                }
            }
        }
    }

    private static String encoded(OcspQuestion question, java.math.BigInteger serial) {
        return Base64.getEncoder().encodeToString(question.request(serial));
    }

    private static String verdict(TestServer server, String address, HttpClient.Version version) throws Exception {
        HttpResponse<byte[]> answer = get(server, address, version);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return new OcspAnswer(answer.body()).verdict();
    }

    private static HttpResponse<byte[]> get(TestServer server, String address, HttpClient.Version version)
            throws Exception {
        return server.client()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .version(version)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void release(TestServer server, SerialNumber serial) {
        assertThat(server.api("DELETE", "/certificates/" + serial.hex() + "/revocation", Map.of())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("shows a change in every answer to a question asked after it was acknowledged, while many ask")
    void race() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            SerialNumber serial = issue(server);
            OcspQuestion question = question(server);
            byte[] request = question.request(serial.value());
            // Even: settled; 0, 4, 8…: good, 2, 6…: held. Odd: a change is under way. Negative: over.
            AtomicLong phase = new AtomicLong();
            AtomicLong judged = new AtomicLong();
            Queue<String> wrong = new ConcurrentLinkedQueue<>();
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Thread asker = new Thread(() -> {
                    for (long before = phase.get(); before >= 0; before = phase.get()) {
                        String verdict = question.verdict(request);
                        if (before % 2 == 0 && phase.get() == before) {
                            judged.incrementAndGet();
                            if (!verdict.equals(before % 4 == 0 ? "good" : "held")) {
                                wrong.add(verdict + " in phase " + before);
                            }
                        }
                    }
                });
                askers.add(asker);
                asker.start();
            }
            for (int i = 0; i < 60; i++) {
                phase.incrementAndGet();
                if (i % 2 == 0) {
                    server.revoke(serial.hex(), "certificateHold");
                } else {
                    release(server, serial);
                }
                long before = judged.get();
                phase.incrementAndGet();
                while (judged.get() < before + 6 && wrong.isEmpty()) {
                    Thread.onSpinWait();
                }
            }
            phase.set(-1);
            for (Thread asker : askers) {
                asker.join();
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    @DisplayName("renews its keys at two thirds of their life, without a gap, and when one was revoked")
    void renewal() throws Exception {
        MovableClock clock = new MovableClock();
        try (TestServer server = TestServer.start(data, clock, EC)) {
            SerialNumber serial = issue(server);
            OcspQuestion question = question(server);
            List<String> first = keyFiles();
            server.running().upkeepNow();
            assertThat(keyFiles()).as("nothing is renewed before its time").isEqualTo(first);

            clock.advance(Duration.ofDays(19));
            server.running().upkeepNow();
            assertThat(keyFiles()).isEqualTo(first);
            Queue<String> verdicts = new ConcurrentLinkedQueue<>();
            AtomicLong running = new AtomicLong(1);
            Thread asker = new Thread(() -> {
                while (running.get() == 1) {
                    verdicts.add(question.verdict(serial.value()));
                }
            });
            asker.start();
            clock.advance(Duration.ofDays(2));
            server.running().upkeepNow();
            List<String> second = keyFiles();
            running.set(0);
            asker.join();
            assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
            assertThat(verdicts).isNotEmpty().containsOnly("good");

            String responder = second.get(0).replaceFirst(".*-([0-9a-f]+)\\.p12", "$1");
            server.revoke(responder, "superseded");
            server.running().upkeepNow();
            assertThat(keyFiles()).hasSize(2).doesNotContain(second.get(0)).contains(second.get(1));
            assertThat(question.verdict(serial.value())).isEqualTo("good");

            clock.advance(Duration.ofDays(26));
            assertThat(ready(server))
                    .contains("The certificate of the OCSP responder of root ends at")
                    .contains("and was not renewed");
            server.running().upkeepNow();
            assertThat(ready(server)).doesNotContain("OCSP");
        }
    }

    @Test
    @DisplayName("that gets no certificate stops no start: it says try later, and readiness says why")
    void noCertificate() throws IOException {
        TestServer.start(data).close();
        Path profile = data.resolve("profiles/ocsp-responder.yaml");
        Files.writeString(profile, Files.readString(profile).replace("approval: none", "approval: officer"));
        for (String file : keyFiles()) {
            Files.delete(data.resolve("keys").resolve(file));
        }
        try (TestServer server = TestServer.start(data)) {
            assertThat(question(server).verdict(issue(server).value())).isEqualTo("refused 3");
            assertThat(ready(server))
                    .contains("The OCSP responder of issuing has no certificate.")
                    .contains("Set approval: none in it.");
        }
    }
}
