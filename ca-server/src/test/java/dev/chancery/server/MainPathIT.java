package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From an empty directory to a certificate that validating servers accept, and refuse once it is revoked. */
@Order(1)
@DisplayName("The main path")
class MainPathIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("with the shipped settings (RSA): serve, request, verify through the CDP, revoke, and be refused")
    void shippedSettings() throws IOException {
        try (TestServer server = TestServer.start(data, java.time.Clock.systemUTC(), java.util.Map.of())) {
            follow(server);
        }
    }

    @Test
    @DisplayName("with EC keys the same")
    void ellipticCurves() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            follow(server);
        }
    }

    private void follow(TestServer server) throws IOException {
        Validators validators = Validators.prepare(server, work);
        JsonNode issued = server.issue("tls-server", openSslRequest("web01.lab.example.com"));
        String serial = issued.get("serial").asString();
        Path leaf = validators.write("leaf.pem", issued.get("certificate").asString());

        validators.allAccept(leaf);

        server.revoke(serial, "keyCompromise");
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> validators.openSsl(leaf).contains("certificate revoked"));
        validators.allRefuse(leaf);
    }

    @Test
    @DisplayName("a hold is refused, and accepted again once it is released")
    void hold() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            Validators validators = Validators.prepare(server, work);
            JsonNode issued = server.issue("tls-server", openSslRequest("held.lab.example.com"));
            String serial = issued.get("serial").asString();
            Path leaf = validators.write("leaf.pem", issued.get("certificate").asString());
            server.revoke(serial, "certificateHold");
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> validators.openSsl(leaf).contains("certificate revoked"));
            validators.allRefuse(leaf);
            assertThat(server.api("DELETE", "/certificates/" + serial + "/revocation", java.util.Map.of())
                            .statusCode())
                    .isBetween(200, 204);
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> validators.openSsl(leaf).contains("leaf.pem: OK"));
            validators.allAccept(leaf);
        }
    }

    private String openSslRequest(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes"));
        command.addAll(List.of("-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=" + name));
        command.addAll(List.of("-addext", "subjectAltName=DNS:" + name));
        Tool done = Tool.run(work, command);
        assertThat(done.exitCode()).as(done.output()).isZero();
        return Files.readString(work.resolve("leaf.csr"));
    }
}
