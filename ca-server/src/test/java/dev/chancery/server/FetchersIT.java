package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Who has fetched which CRL")
class FetchersIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("is told by number, and the server's own look from outside is nobody's")
    void spread() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            JsonNode issued = server.issue("tls-server", Csr.p256(work, "web01.lab.example.com"));
            String serial = issued.get("serial").asString();
            assertThat(server.get(server.http("/crl/issuing.crl")).statusCode()).isEqualTo(200);
            String before = server.readyBlock().crl().orElseThrow().number().toString();
            server.revoke(serial, "superseded");
            await().until(() -> !number(server).equals(before));
            JsonNode stale = fetcher(server);
            assertThat(stale.get("client").asString()).isEqualTo("127.0.0.1");
            assertThat(stale.get("crlNumber").asString()).isEqualTo(before);
            server.get(server.http("/crl/issuing.crl"));
            await().until(() -> fetcher(server).get("crlNumber").asString().equals(number(server)));
            assertThat(fetcher(server).get("crls").asInt()).isEqualTo(2);
            askOcsp(server, issued.get("certificate").asString());
            await().until(() -> fetcher(server).get("ocsps").asInt() == 1);
        }
    }

    @Test
    @DisplayName("is not kept when that is switched off")
    void off() throws IOException {
        Map<String, String> settings = Map.of(
                "authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256", "publication.fetchers", "0");
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), settings)) {
            server.get(server.http("/crl/issuing.crl"));
            assertThat(fetchers(server).get("remembered").asBoolean()).isFalse();
            assertThat(fetchers(server).get("fetchers")).isEmpty();
        }
    }

    private void askOcsp(TestServer server, String certificate) throws IOException {
        Files.writeString(work.resolve("leaf.pem"), certificate);
        Files.write(
                work.resolve("ca.pem"),
                server.get(server.http("/ca/issuing.pem")).body());
        String url = server.http("/ocsp").toString();
        assertThat(Tool.ok(work, "openssl", "ocsp", "-issuer", "ca.pem", "-cert", "leaf.pem", "-url", url, "-noverify"))
                .contains("revoked");
    }

    private static JsonNode fetchers(TestServer server) {
        return TestServer.json(server.api("GET", "/authorities/issuing/fetchers", Map.of()));
    }

    private static JsonNode fetcher(TestServer server) {
        JsonNode all = fetchers(server).get("fetchers");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String number(TestServer server) {
        return TestServer.json(server.api("GET", "/authorities/issuing", Map.of()))
                .get("crl")
                .get("number")
                .asString();
    }
}
