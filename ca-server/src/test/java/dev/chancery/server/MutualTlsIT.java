package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What Skype for Business servers do to each other. */
@DisplayName("Mutual TLS between two tls-server-client certificates (openssl s_server and s_client)")
class MutualTlsIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("works, and fails once the client's certificate is revoked")
    void peers() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Validators validators = Validators.prepare(server, work);
            String serial = peer(server, validators, "fe01.lab.example.com");
            peer(server, validators, "fe02.lab.example.com");
            assertThat(handshake(server)).contains("Verify return code: 0 (ok)").contains("Cipher is TLS_");

            server.revoke(serial, "keyCompromise");
            Path leaf = work.resolve("fe01.lab.example.com.pem");
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> validators.openSsl(leaf).contains("certificate revoked"));
            assertThat(handshake(server)).containsIgnoringCase("certificate revoked");
        }
    }

    private String peer(TestServer server, Validators validators, String name) throws IOException {
        JsonNode issued = server.issue("tls-server-client", CsrTools.openSsl(work, name));
        validators.write(name + ".pem", issued.get("certificate").asString());
        return issued.get("serial").asString();
    }

    /** fe01 connects to fe02; each checks the other's chain, and fe02 fe01's place on the published CRL. */
    private String handshake(TestServer server) throws Exception {
        Files.write(
                work.resolve("crl.pem"),
                server.get(server.http("/crl/issuing.pem")).body());
        Files.writeString(
                work.resolve("trust.pem"),
                Files.readString(work.resolve("root.pem")) + Files.readString(work.resolve("crl.pem")));
        int port = freePort();
        Process listener = new ProcessBuilder(
                        "openssl",
                        "s_server",
                        "-accept",
                        "127.0.0.1:" + port,
                        "-key",
                        "fe02.lab.example.com.key",
                        "-cert",
                        "fe02.lab.example.com.pem",
                        "-cert_chain",
                        "issuing.pem",
                        "-CAfile",
                        "trust.pem",
                        "-Verify",
                        "2",
                        "-verify_return_error",
                        "-crl_check",
                        "-purpose",
                        "sslclient",
                        "-naccept",
                        "1")
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("s_server.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Files.readString(work.resolve("s_server.log")).contains("ACCEPT"));
            Tool client = Tool.run(
                    work,
                    "sh",
                    "-c",
                    "(sleep 1; echo Q) | openssl s_client -connect 127.0.0.1:" + port
                            + " -key fe01.lab.example.com.key -cert fe01.lab.example.com.pem -cert_chain issuing.pem"
                            + " -CAfile root.pem -verify 3 -verify_return_error -verify_hostname fe02.lab.example.com 2>&1");
            listener.waitFor(5, TimeUnit.SECONDS);
            return client.output() + Files.readString(work.resolve("s_server.log"));
        } finally {
            listener.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
