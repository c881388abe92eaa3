package dev.chancery.publisher.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A publication target")
class TargetsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path work;

    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final IssuerRegistry issuers = new IssuerRegistry();
    private Optional<Targets> targets = Optional.empty();

    TargetsTest() {
        issuers.add(authority.issuer());
    }

    @AfterEach
    void stop() {
        targets.ifPresent(Targets::close);
    }

    @Nested
    @DisplayName("that is a directory")
    class InDirectory {
        @Test
        @DisplayName("gets the CA certificate and each CRL, whole, readable for a web server, and nothing else")
        void files() throws IOException {
            Path directory = Files.createDirectory(work.resolve("www"));
            start(directory("dmz", directory));
            published().published(crl(1, 100_000));
            published().published(crl(2, 200_000));
            await().until(() ->
                    status().waiting() == 0 && status().lastSuccess().isPresent());
            assertThat(Files.readAllBytes(directory.resolve("issuing.crl"))).hasSize(200_000);
            assertThat(Files.readAllBytes(directory.resolve("issuing.crt")))
                    .isEqualTo(authority.issuer().certificate().der().octets());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("issuing.crl"))))
                    .isEqualTo("rw-r--r--");
            assertThat(directory.toFile().list()).containsExactlyInAnyOrder("issuing.crl", "issuing.crt");
        }

        @Test
        @DisplayName("that is missing is told in words, tried again, and gets the newest CRL when it is there")
        void missing() throws IOException {
            Path directory = work.resolve("later");
            start(directory("dmz", directory));
            published().published(crl(1, 1000));
            await().until(() -> status().failure().isPresent());
            assertThat(status().failure().orElseThrow()).contains("there is no directory " + directory);
            assertThat(status().failingSince()).isPresent();
            published().published(crl(2, 2000));
            Files.createDirectory(directory);
            await().atMost(Duration.ofSeconds(20)).until(() -> status().waiting() == 0);
            assertThat(Files.size(directory.resolve("issuing.crl"))).isEqualTo(2000);
            assertThat(status().failure()).isEmpty();
            assertThat(status().failures()).isPositive();
        }
    }

    @Nested
    @DisplayName("that is nginx with WebDAV")
    class Nginx {
        @Test
        @DisplayName("gets the files by PUT with the password from a file, over and over")
        void put() throws Exception {
            Files.writeString(work.resolve("password"), "first-secret\n");
            try (NginxServer nginx = NginxServer.start(work, "publisher", "first-secret")) {
                start(new TargetSettings(
                        "web",
                        Optional.empty(),
                        Optional.of(nginx.url("/pki/")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("publisher"),
                        Optional.of(work.resolve("password"))));
                published().published(crl(1, 1_000_000));
                await().until(() ->
                        status().waiting() == 0 && status().lastSuccess().isPresent());
                assertThat(fetch(nginx.url("/pki/issuing.crl"))).hasSize(1_000_000);
                published().published(crl(2, 500));
                await().until(() -> fetch(nginx.url("/pki/issuing.crl")).length == 500);
                assertThat(fetch(nginx.url("/pki/issuing.crt")))
                        .isEqualTo(authority.issuer().certificate().der().octets());
            }
        }

        @Test
        @DisplayName("that refuses is told in words, without the password")
        void refused() throws Exception {
            Files.writeString(work.resolve("password"), "wrong-secret\n");
            try (NginxServer nginx = NginxServer.start(work, "publisher", "first-secret")) {
                start(new TargetSettings(
                        "web",
                        Optional.empty(),
                        Optional.of(nginx.url("/pki/")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("publisher"),
                        Optional.of(work.resolve("password"))));
                await().until(() -> status().failure().isPresent());
                assertThat(status().failure().orElseThrow())
                        .contains("status 401: it wants a user and a password")
                        .doesNotContain("secret");
            }
        }

        @Test
        @DisplayName("behind a URL of its own for each file gets those that have one, and the URL is never shown")
        void preSigned() throws Exception {
            try (NginxServer nginx = NginxServer.start(work, "", "")) {
                Files.writeString(
                        work.resolve("urls"),
                        "issuing.crl " + nginx.url("/pki/bucket/object-7") + "?X-Amz-Signature=key-to-the-bucket\n");
                start(new TargetSettings(
                        "bucket",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(work.resolve("urls")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
                published().published(crl(1, 1234));
                await().until(() ->
                        status().waiting() == 0 && status().lastSuccess().isPresent());
                assertThat(fetch(nginx.url("/pki/bucket/object-7"))).hasSize(1234);
                assertThat(status().toString()).doesNotContain("key-to-the-bucket");
            }
        }
    }

    @Nested
    @DisplayName("RFC 4523: that is slapd")
    class Slapd {
        @Test
        @DisplayName("gets an entry for the CA with both attributes, and each new CRL in the old one's place")
        void entry() throws Exception {
            Files.writeString(work.resolve("password"), SlapdServer.PASSWORD + "\n");
            try (SlapdServer slapd = SlapdServer.start(work)) {
                start(slapd.settings(work.resolve("password")));
                published().published(crl(1, 10_000));
                await().until(() ->
                        status().waiting() == 0 && status().lastSuccess().isPresent());
                assertThat(slapd.value("issuing", "cACertificate;binary"))
                        .containsExactly(authority.issuer().certificate().der());
                published().published(crl(2, 20_000));
                await().until(() -> slapd.value("issuing", "certificateRevocationList;binary")
                        .equals(List.of(crl(2, 20_000).octets().der())));
            }
        }

        @Test
        @DisplayName("that does not accept the password, or is away, is told in words, without the password")
        void refused() throws Exception {
            Files.writeString(work.resolve("password"), "not-the-one\n");
            SlapdServer slapd = SlapdServer.start(work);
            try (slapd) {
                start(slapd.settings(work.resolve("password")));
                await().until(() -> status().failure().isPresent());
                assertThat(status().failure().orElseThrow())
                        .contains("does not accept the user and the password")
                        .doesNotContain("not-the-one");
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> status().failure()
                            .filter(why -> why.contains("cannot be reached"))
                            .isPresent());
        }
    }

    @Test
    @DisplayName("that never answers holds up neither publication nor the other targets")
    void slow() throws IOException {
        Path directory = Files.createDirectory(work.resolve("www"));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            TargetSettings never = new TargetSettings(
                    "silent",
                    Optional.empty(),
                    Optional.of(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            start(never, directory("dmz", directory));
            long before = System.nanoTime();
            for (int number = 1; number <= 100; number++) {
                published().published(crl(number, 1000 + number));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            await().until(() -> Files.exists(directory.resolve("issuing.crl"))
                    && Files.size(directory.resolve("issuing.crl")) == 1100);
            assertThat(published().status().get(0).waiting()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("whose settings contradict themselves is refused, each with what is wrong")
    void settings() {
        assertThatThrownBy(() -> new TargetSettings(
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("exactly one of");
        assertThatThrownBy(() -> new TargetSettings(
                        "x",
                        Optional.empty(),
                        Optional.of(URI.create("https://web.example.com/?token=abc")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("put-urls")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(() -> new TargetSettings(
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("ldap://ldap.example.com/"),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("name of an entry");
    }

    private void start(TargetSettings... settings) {
        Targets made = new Targets(List.of(settings), issuers, Clock.systemUTC());
        made.start();
        targets = Optional.of(made);
    }

    private Targets published() {
        return targets.orElseThrow();
    }

    private TargetStatus status() {
        return published().status().get(0);
    }

    private static TargetSettings directory(String name, Path directory) {
        return new TargetSettings(
                name,
                Optional.of(directory),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** slapd looks into a certificate list, so this one looks like one from outside. */
    private static SignedCrl crl(int number, int length) {
        return new SignedCrl(
                "issuing",
                new CrlNumber(BigInteger.valueOf(number)),
                NOW,
                NOW.plusSeconds(86_400),
                NOW.plusSeconds(3600),
                0,
                CrlOctets.of(Der.ofOwned(SampleList.of(length))));
    }

    private static byte[] fetch(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
