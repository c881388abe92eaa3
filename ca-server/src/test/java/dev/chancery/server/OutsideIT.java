package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

@DisplayName("A server that looks at itself from outside")
class OutsideIT {
    private static final Map<String, String> QUICK =
            Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256");

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("finds its CRLs and certificates in order, again after each publication, and says so everywhere")
    void inOrder() {
        try (TestServer server = TestServer.start(data)) {
            JsonNode first = seen(server, "");
            assertThat(first.get("addresses")).hasSize(3);
            assertThat(first.toString()).contains("port 80 only").doesNotContain("fault");
            assertThat(TestServer.text(server.get(server.http("/health/ready"))))
                    .startsWith("ready\n")
                    .contains("Seen from outside, CA issuing, CRL http://127.0.0.1:")
                    .contains("Seen from outside, CA root, CRL http://127.0.0.1:");
            assertThat(server.api("POST", "/authorities/issuing/crl", Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(seen(server, first.get("at").asString()).toString()).doesNotContain("fault");
        }
    }

    @Test
    @DisplayName("whose name leads nowhere issues all the same, and has said so before in words")
    void nameLeadsNowhere() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(QUICK);
        settings.put("server.public-url", "http://no-such-host.invalid");
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), settings)) {
            String csr = Csr.p256(work, "web01.lab.example.com");
            assertThat(server.issue("tls-server", csr).get("serial").asString()).isNotEmpty();
            JsonNode seen = seen(server, "");
            assertThat(seen.toString()).contains("no-such-host.invalid").contains("\"fault\"");
            HttpResponse<byte[]> ready = server.get(server.http("/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(TestServer.text(ready)).contains("The name no-such-host.invalid does not resolve");
            StringWriter shown = new StringWriter();
            CommandLine line = Main.commandLine();
            line.setOut(new PrintWriter(shown));
            assertThat(line.execute("ca", "show", "issuing", "--data", data.toString()))
                    .isZero();
            assertThat(shown.toString()).contains("Checked").contains("does not resolve on this server");
        }
    }

    /** The look that came after the one at {@code before}. */
    private static JsonNode seen(TestServer server, String before) {
        return await().until(
                        () -> TestServer.json(server.api("GET", "/authorities/issuing", Map.of()))
                                .path("outside"),
                        outside -> outside.isObject()
                                && !outside.get("at").asString().equals(before));
    }
}
