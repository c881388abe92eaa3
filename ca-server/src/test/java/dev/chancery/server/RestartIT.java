package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server that starts again")
class RestartIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("without its database has every certificate, revocation, account and CRL number")
    void withoutDatabase() throws IOException {
        String valid;
        String revoked;
        long crlNumber;
        String fingerprint;
        try (TestServer server = TestServer.start(data)) {
            valid = server.issue("tls-server", csr("a.lab.example.com"))
                    .get("serial")
                    .asString();
            revoked = server.issue("tls-server", csr("b.lab.example.com"))
                    .get("serial")
                    .asString();
            server.revoke(revoked, "keyCompromise");
            server.api("POST", "/authorities/issuing/crl", Map.of());
            crlNumber = crlNumber(server);
            fingerprint = server.readyBlock().root().fingerprint().hex();
            assertThat(server.readyBlock().firstPassword()).isPresent();
        }
        Directories.delete(data.resolve("db"));
        try (TestServer server = TestServer.start(data)) {
            assertThat(status(server, valid)).isEqualTo("valid");
            assertThat(status(server, revoked)).isEqualTo("revoked");
            await().atMost(Duration.ofSeconds(20)).until(() -> crlNumber(server) > crlNumber);
            assertThat(server.readyBlock().root().fingerprint().hex()).isEqualTo(fingerprint);
            assertThat(server.readyBlock().firstPassword())
                    .as("the admin is still there")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("without journal and database is refused, and makes no new CA under the old one's addresses")
    void withoutJournal() throws IOException {
        TestServer.start(data).close();
        Directories.delete(data.resolve("db"));
        Directories.delete(data.resolve("journal"));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> TestServer.start(data))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(data.resolve("journal").toString())
                    .hasMessageContaining("backup");
        }
    }

    @Test
    @DisplayName("names a key file that is damaged, or another CA's, and what to do")
    void keyFiles() throws IOException {
        TestServer.start(data).close();
        Path issuing = data.resolve("keys/issuing.p12");
        byte[] kept = Files.readAllBytes(issuing);
        Files.write(issuing, Files.readAllBytes(data.resolve("keys/root.p12")));
        assertThatThrownBy(() -> TestServer.start(data))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("keys/issuing.p12")
                .hasMessageContaining("backup");
        Files.write(issuing, java.util.Arrays.copyOf(kept, kept.length / 2));
        assertThatThrownBy(() -> TestServer.start(data))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("keys/issuing.p12")
                .hasMessageContaining("backup");
    }

    @Test
    @DisplayName("is refused while another has the directory, with its process in the message")
    void second() {
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.data()).isEqualTo(data);
            assertThatThrownBy(() -> TestServer.start(data))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    @DisplayName("refuses a directory that others can read, and one whose passphrase is gone")
    void closedDoors() throws IOException {
        TestServer.start(data).close();
        Path passphrase = data.resolve("keys/passphrase");
        byte[] kept = Files.readAllBytes(passphrase);
        Files.delete(passphrase);
        assertThatThrownBy(() -> TestServer.start(data))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("keys/passphrase")
                .hasMessageContaining("CHANCERY_PASSPHRASE");
        Files.write(passphrase, kept);
        Files.setPosixFilePermissions(passphrase, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> TestServer.start(data))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("chmod");
    }

    @Test
    @DisplayName("names every mistake of its settings with file, line and key")
    void settings() throws IOException {
        TestServer.start(data).close();
        Files.writeString(data.resolve("chancery.yaml"), "crl:\n  lifetmie: 7 days\nserver:\n  http-port: many\n");
        assertThatThrownBy(() ->
                        RunningServer.start(data, java.util.Optional.empty(), Map.of(), Clock.systemUTC(), Map.of()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("chancery.yaml:2")
                .hasMessageContaining("lifetime")
                .hasMessageContaining("chancery.yaml:4");
    }

    private static String status(TestServer server, String serial) {
        return TestServer.json(server.api("GET", "/certificates/" + serial, Map.of()))
                .get("status")
                .asString();
    }

    private long crlNumber(TestServer server) throws IOException {
        Files.write(
                work.resolve("i.crl"),
                server.get(server.http("/crl/issuing.crl")).body());
        String text = Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", "i.crl", "-noout", "-crlnumber");
        return Long.parseLong(text.strip().replaceFirst(".*0x", ""), 16);
    }

    private String csr(String name) throws IOException {
        return Csr.p256(work, name);
    }
}
