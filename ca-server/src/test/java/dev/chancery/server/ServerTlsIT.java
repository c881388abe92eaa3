package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 28. */
@DisplayName("The server's own certificate")
class ServerTlsIT {
    private static final Map<String, String> EC =
            Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256");

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("is swapped at two thirds of its life while a connection goes on")
    void swapped() throws Exception {
        MovableClock clock = new MovableClock();
        try (TestServer server = TestServer.start(data, clock, EC)) {
            SSLSocketFactory factory =
                    TestServer.trusting(server.readyBlock().root().pem()).getSocketFactory();
            try (Socket raw =
                    factory.createSocket("127.0.0.1", server.https("/").getPort())) {
                SSLSocket connection = (SSLSocket) raw;
                assertThat(live(connection)).contains("200 OK");
                String before = serial(server);
                server.running().upkeepNow();
                assertThat(serial(server))
                        .as("nothing is renewed before its time")
                        .isEqualTo(before);
                clock.advance(Duration.ofDays(260));
                server.running().upkeepNow();
                assertThat(serial(server)).isNotEqualTo(before);
                assertThat(live(connection)).as("the connection of before").contains("200 OK");
            }
        }
    }

    @Test
    @DisplayName("names localhost, the loopback addresses and the machine, and passes a strict client")
    void names() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            String text = certificate(server);
            assertThat(text).contains("DNS:localhost", "IP Address:127.0.0.1", "IP Address:0:0:0:0:0:0:0:1");
            java.nio.file.Files.writeString(
                    work.resolve("root.pem"), server.readyBlock().root().pem());
            String port = String.valueOf(server.https("/").getPort());
            assertThat(Tool.ok(
                            work, "curl", "-sS", "--cacert", "root.pem", "https://localhost:" + port + "/health/live"))
                    .isEqualTo("live\n");
        }
    }

    private String serial(TestServer server) {
        return certificate(server).replaceFirst("(?s).*Serial Number:\\s*([0-9a-f:]+).*", "$1");
    }

    private String certificate(TestServer server) {
        String address = "127.0.0.1:" + server.https("/").getPort();
        return Tool.ok(
                work,
                "sh",
                "-c",
                "openssl s_client -connect " + address + " </dev/null 2>/dev/null | openssl x509 -noout -text");
    }

    private static String live(SSLSocket connection) throws Exception {
        connection
                .getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = connection.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("live\n")) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            answer.append((char) octet);
        }
        return answer.toString();
    }
}
