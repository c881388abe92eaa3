package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A CA whose key leaves")
class OfflineSigningIT {
    private static final Map<String, String> EC =
            Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256");

    @TempDir
    private Path data;

    @TempDir
    private Path safe;

    @BeforeEach
    void firstStart() {
        TestServer.start(data).close();
    }

    private String key() {
        return safe.resolve("root.p12").toString();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.on(data, arguments);
    }

    private String done(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    private String refused(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        return run.err();
    }

    private List<String> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("root"))
                    .sorted()
                    .toList();
        }
    }

    /** What the root's responder says of the issuing CA. */
    private static String verdict(TestServer server) {
        EncodedCertificate root = certificate(server, "root");
        EncodedCertificate issuing = certificate(server, "issuing");
        return new OcspQuestion(server, root).verdict(issuing.serial().value());
    }

    private static EncodedCertificate certificate(TestServer server, String ca) {
        return EncodedCertificate.ofPem(TestServer.text(server.get(server.http("/ca/" + ca + ".pem"))));
    }

    private static JsonNode root(TestServer server) {
        return TestServer.json(server.api("GET", "/authorities/root", Map.of()));
    }

    private static String ready(TestServer server) {
        return TestServer.text(server.get(server.http("/health/ready")));
    }

    private static long crlDays(TestServer server) {
        JsonNode crl = root(server).get("crl");
        return Duration.between(
                        Clock.systemUTC().instant(),
                        Instant.parse(crl.get("nextUpdate").asString()))
                .plusHours(1)
                .toDays();
    }

    @Test
    @DisplayName("signs a CRL and a responder's certificate before, which last as long as the operator says")
    void leaves() throws IOException {
        long before;
        try (TestServer server = TestServer.start(data)) {
            before = root(server).get("crl").get("number").asLong();
        }
        assertThat(done("ca", "offline", "root", "--key-to", key(), "--crl-days", "200"))
                .contains("CRL number ")
                .contains("./chancery ca sign root --key-from " + key());
        assertThat(keyFiles()).hasSize(1).allMatch(name -> name.startsWith("root.ocsp-"));
        try (TestServer server = TestServer.start(data)) {
            assertThat(root(server).get("crl").get("number").asLong()).isGreaterThan(before);
            assertThat(crlDays(server)).isEqualTo(200);
            assertThat(verdict(server)).isEqualTo("good");
            assertThat(ready(server)).doesNotContain("offline CA root");
            assertThat(root(server).has("responderDue")).isFalse();
        }
        assertThat(run("verify").code()).isZero();
    }

    @Test
    @DisplayName("signs the next ones with the key where it is, and is told about in time")
    void signsAgain() throws IOException {
        done("ca", "offline", "root", "--key-to", key(), "--crl-days", "100");
        List<String> responder = keyFiles();
        try (TestServer server = TestServer.start(data)) {
            assertThat(refused("ca", "sign", "root", "--key-from", key())).contains("Stop the server first");
            assertThat(verdict(server)).isEqualTo("good");
        }
        done("ca", "sign", "root", "--key-from", key(), "--crl-days", "20");
        try (TestServer server = TestServer.start(data)) {
            assertThat(root(server).get("crlDue").asString()).contains("ends in 19 days");
            assertThat(root(server).get("responderDue").asString()).contains("ends in 19 days");
            assertThat(run("ca", "show", "root").err())
                    .contains("The certificate of the OCSP responder of the offline");
        }
        assertThat(done("ca", "sign", "root", "--key-from", key(), "--crl-days", "300"))
                .contains("of its OCSP responder at ");
        assertThat(keyFiles()).hasSize(1).doesNotContainAnyElementsOf(responder);
        assertThat(run("verify").out()).contains("Nothing is wrong");

        MovableClock clock = new MovableClock();
        clock.advance(Duration.ofDays(280));
        try (TestServer server = TestServer.start(data, clock, EC)) {
            assertThat(verdict(server)).as("after two thirds of its life").isEqualTo("good");
            assertThat(ready(server))
                    .contains("The CRL of the offline CA root ends in 19 days")
                    .contains("The certificate of the OCSP responder of the offline CA root ends in 19 days")
                    .contains("./chancery ca sign root --key-from FILE");
            assertThat(server.running().responders().look()).hasSize(1);
            assertThat(server.running().responders().look()).as("said already").isEmpty();
            clock.advance(Duration.ofDays(21));
            assertThat(verdict(server)).as("nothing valid signs").isEqualTo("refused 3");
            assertThat(server.running().responders().remark("root").orElseThrow())
                    .contains("ended at");
        }
    }

    @Test
    @DisplayName("refuses what the schedule, the certificate or the key forbid, and changes nothing then")
    void refusals() throws IOException {
        List<String> before = keyFiles();
        assertThat(refused("ca", "offline", "root", "--key-to", key(), "--crl-days", "3"))
                .contains("shorter than the 7 days")
                .contains("180 for instance");
        assertThat(refused("ca", "offline", "root", "--key-to", key(), "--crl-days", "90000"))
                .contains("longer than the certificate of \"root\" is valid");
        assertThat(refused("ca", "sign", "root", "--key-from", key())).contains("is not offline: its key is here");
        Files.writeString(safe.resolve("root.p12"), "in the way");
        assertThat(refused("ca", "offline", "root", "--key-to", key())).contains("there is a file of that name");
        assertThat(keyFiles()).isEqualTo(before);
        Files.delete(safe.resolve("root.p12"));

        done("ca", "offline", "root", "--key-to", key());
        List<String> away = keyFiles();
        String other = data.resolve("keys/issuing.p12").toString();
        assertThat(refused("ca", "sign", "root", "--key-from", other)).contains("is not the one of the CA \"root\"");
        assertThat(refused("ca", "sign", "nobody", "--key-from", key())).contains("There is no CA \"nobody\"");
        assertThat(keyFiles()).isEqualTo(away);
    }

    @Test
    @DisplayName("gets a responder of the usual life when its key is back")
    void back() throws IOException {
        done("ca", "offline", "root", "--key-to", key(), "--crl-days", "200");
        List<String> lasting = keyFiles();
        done("ca", "online", "root", "--key-from", key());
        try (TestServer server = TestServer.start(data)) {
            assertThat(verdict(server)).isEqualTo("good");
            assertThat(keyFiles()).contains("root.p12").doesNotContainAnyElementsOf(lasting);
            assertThat(crlDays(server)).isEqualTo(7);
        }
    }
}
