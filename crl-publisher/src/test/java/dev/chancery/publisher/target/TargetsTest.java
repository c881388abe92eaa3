package dev.chancery.publisher.target;

import static dev.chancery.publisher.target.Publishing.crl;
import static dev.chancery.publisher.target.Publishing.delta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A publication target")
class TargetsTest {
    @TempDir
    private Path work;

    private final Publishing publishing = new Publishing();

    @AfterEach
    void stop() {
        publishing.close();
    }

    private SampleTarget directory(Path directory) {
        return SampleTarget.named("dmz").directory(directory);
    }

    private Path password(String password) throws IOException {
        return Files.writeString(work.resolve("password"), password + "\n");
    }

    @Nested
    @DisplayName("that is a directory")
    class InDirectory {
        @Test
        @DisplayName("gets the CA certificate and each CRL, whole, readable for a web server, and nothing else")
        void files() throws IOException {
            Path directory = Files.createDirectory(work.resolve("www"));
            publishing.to(directory(directory));
            publishing.publish(crl(1, 100_000));
            publishing.publish(crl(2, 200_000));
            publishing.untilDelivered();
            assertThat(Files.readAllBytes(directory.resolve("issuing.crl"))).hasSize(200_000);
            assertThat(Files.readAllBytes(directory.resolve("issuing.crt")))
                    .isEqualTo(publishing.caCertificate().octets());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("issuing.crl"))))
                    .isEqualTo("rw-r--r--");
            assertThat(directory.toFile().list()).containsExactlyInAnyOrder("issuing.crl", "issuing.crt");
        }

        @Test
        @DisplayName("gets delta CRLs beside the full one, under the name that the full one gives them")
        void deltas() throws IOException {
            Path directory = Files.createDirectory(work.resolve("www"));
            publishing.to(directory(directory));
            publishing.publish(crl(1, 1000));
            publishing.publish(delta(2, 1, 500));
            publishing.untilDelivered();
            assertThat(Files.size(directory.resolve("issuing.crl"))).isEqualTo(1000);
            assertThat(Files.size(directory.resolve("issuing-delta.crl"))).isEqualTo(500);
        }

        @Test
        @DisplayName("that is missing is told in words, tried again, and gets the newest CRL when it is there")
        void missing() throws IOException {
            Path directory = work.resolve("later");
            publishing.to(directory(directory));
            publishing.publish(crl(1, 1000));
            assertThat(publishing.untilFailed()).contains("there is no directory " + directory);
            assertThat(publishing.status().failingSince()).isPresent();
            publishing.publish(crl(2, 2000));
            Files.createDirectory(directory);
            publishing.untilDelivered();
            assertThat(Files.size(directory.resolve("issuing.crl"))).isEqualTo(2000);
            assertThat(publishing.status().failure()).isEmpty();
            assertThat(publishing.status().failures()).isPositive();
        }
    }

    @Nested
    @DisplayName("that is nginx with WebDAV")
    class Nginx {
        @Test
        @DisplayName("gets the files by PUT with the password from a file, over and over")
        void put() throws Exception {
            try (NginxServer nginx = NginxServer.start(work, "publisher", "first-secret")) {
                publishing.to(
                        SampleTarget.named("web").put(nginx.url("/pki/")).as("publisher", password("first-secret")));
                publishing.publish(crl(1, 1_000_000));
                publishing.publish(delta(2, 1, 700));
                publishing.untilDelivered();
                assertThat(fetch(nginx.url("/pki/issuing.crl"))).hasSize(1_000_000);
                assertThat(fetch(nginx.url("/pki/issuing-delta.crl"))).hasSize(700);
                publishing.publish(crl(2, 500));
                await().until(() -> fetch(nginx.url("/pki/issuing.crl")).length == 500);
                assertThat(fetch(nginx.url("/pki/issuing.crt")))
                        .isEqualTo(publishing.caCertificate().octets());
            }
        }

        @Test
        @DisplayName("that refuses is told in words, without the password")
        void refused() throws Exception {
            try (NginxServer nginx = NginxServer.start(work, "publisher", "first-secret")) {
                publishing.to(
                        SampleTarget.named("web").put(nginx.url("/pki/")).as("publisher", password("wrong-secret")));
                assertThat(publishing.untilFailed())
                        .contains("status 401: it wants a user and a password")
                        .doesNotContain("secret");
            }
        }

        @Test
        @DisplayName("behind a URL of its own for each file gets those that have one, and the URL is never shown")
        void preSigned() throws Exception {
            try (NginxServer nginx = NginxServer.start(work, "", "")) {
                Path list = Files.writeString(
                        work.resolve("urls"),
                        "issuing.crl " + nginx.url("/pki/bucket/object-7") + "?X-Amz-Signature=key-to-the-bucket\n");
                publishing.to(SampleTarget.named("bucket").putUrls(list));
                publishing.publish(crl(1, 1234));
                publishing.untilDelivered();
                assertThat(fetch(nginx.url("/pki/bucket/object-7"))).hasSize(1234);
                assertThat(publishing.status().toString()).doesNotContain("key-to-the-bucket");
            }
        }
    }

    @Nested
    @DisplayName("RFC 4523: that is slapd")
    class Slapd {
        @Test
        @DisplayName("gets an entry for the CA with all attributes, and each new CRL in the old one's place")
        void entry() throws Exception {
            try (SlapdServer slapd = SlapdServer.start(work)) {
                publishing.to(slapd.target(password(SlapdServer.PASSWORD)));
                publishing.publish(crl(1, 10_000));
                publishing.publish(delta(2, 1, 3000));
                publishing.untilDelivered();
                assertThat(slapd.value("issuing", "cACertificate;binary")).containsExactly(publishing.caCertificate());
                assertThat(slapd.value("issuing", "deltaRevocationList;binary"))
                        .containsExactly(delta(2, 1, 3000).octets().der());
                publishing.publish(crl(2, 20_000));
                await().until(() -> slapd.value("issuing", "certificateRevocationList;binary")
                        .equals(List.of(crl(2, 20_000).octets().der())));
            }
        }

        @Test
        @DisplayName("gets deltas into an entry that was made before there were any")
        void olderEntry() throws Exception {
            try (SlapdServer slapd = SlapdServer.start(work)) {
                slapd.entryWithoutDeltas("issuing");
                publishing.to(slapd.target(password(SlapdServer.PASSWORD)));
                publishing.publish(crl(1, 10_000));
                publishing.publish(delta(2, 1, 3000));
                publishing.publish(delta(3, 1, 4000));
                publishing.untilDelivered();
                assertThat(slapd.value("issuing", "deltaRevocationList;binary"))
                        .containsExactly(delta(3, 1, 4000).octets().der());
            }
        }

        @Test
        @DisplayName("that does not accept the password, or is away, is told in words, without the password")
        void refused() throws Exception {
            SlapdServer slapd = SlapdServer.start(work);
            try (slapd) {
                publishing.to(slapd.target(password("not-the-one")));
                assertThat(publishing.untilFailed())
                        .contains("does not accept the user and the password")
                        .doesNotContain("not-the-one");
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> publishing
                            .status()
                            .failure()
                            .filter(why -> why.contains("cannot be reached"))
                            .isPresent());
        }
    }

    @Test
    @DisplayName("that never answers holds up neither publication nor the other targets")
    void slow() throws IOException {
        Path directory = Files.createDirectory(work.resolve("www"));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI never = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            publishing.to(SampleTarget.named("silent").put(never), directory(directory));
            long before = System.nanoTime();
            for (int number = 1; number <= 100; number++) {
                publishing.publish(crl(number, 1000 + number));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            await().until(() -> Files.exists(directory.resolve("issuing.crl"))
                    && Files.size(directory.resolve("issuing.crl")) == 1100);
            assertThat(publishing.status().waiting()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("whose settings contradict themselves is refused, each with what is wrong")
    void settings() {
        SampleTarget x = SampleTarget.named("x");
        assertThatThrownBy(x::settings).hasMessageContaining("exactly one of");
        assertThatThrownBy(x.put(URI.create("https://web.example.com/?token=abc"))::settings)
                .hasMessageContaining("put-urls")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(x.ldap("ldap://ldap.example.com/")::settings).hasMessageContaining("name of an entry");
        String entry = "//ldap.example.com/cn={ca},dc=example,dc=com";
        assertThatThrownBy(x.ldap("ldaps:" + entry).startTls()::settings).hasMessageContaining("are TLS already");
        assertThatThrownBy(x.ldap("ldap:" + entry).trusting(work)::settings)
                .hasMessageContaining("no TLS to use it for");
        assertThatThrownBy(x.directory(work).trusting(work)::settings).hasMessageContaining("no TLS to use it for");
        assertThat(x.ldap("ldap:" + entry).startTls().trusting(work).settings().caFile())
                .contains(work);
    }

    private static byte[] fetch(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
