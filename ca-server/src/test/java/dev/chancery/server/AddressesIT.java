package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("The addresses of a CA, changed")
class AddressesIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("reach the very next certificate, while validating servers go on fetching for the old ones")
    void changed() throws IOException {
        String serial;
        try (TestServer server = TestServer.start(data)) {
            Validators validators = Validators.prepare(server, work);
            Path old = issue(server, validators, "old.pem").file();
            List<String> crl = List.of(
                    server.http("/crl/issuing.crl").toString().replace("127.0.0.1", "localhost"),
                    "http://127.0.0.1:9/crl/issuing.crl");

            JsonNode changed = change(server, crl, List.of("http://127.0.0.1:9/ocsp"), 200);
            assertThat(changed.get("changed").asBoolean()).isTrue();
            assertThat(changed.get("before").get("crlAddresses").get(0).asString())
                    .isEqualTo(server.http("/crl/issuing.crl").toString());
            assertThat(changed.get("remarks").toString()).contains("localhost is new");

            Issued young = issue(server, validators, "new.pem");
            serial = young.serial();
            String text = Tool.ok(work, "openssl", "x509", "-in", "new.pem", "-noout", "-text");
            assertThat(text)
                    .contains("URI:" + crl.get(0), "URI:" + crl.get(1), "OCSP - URI:http://127.0.0.1:9/ocsp")
                    .containsOnlyOnce("Full Name:");
            validators.allAccept(old);
            validators.allAccept(young.file());
            server.revoke(serial, "keyCompromise");
            server.api("POST", "/authorities/issuing/crl", Map.of());
            validators.allRefuse(young.file());
            validators.allAccept(old);
        }
        Directories.delete(data.resolve("db"));
        try (TestServer server = TestServer.start(data)) {
            JsonNode issuing = TestServer.json(server.api("GET", "/authorities/issuing", Map.of()));
            assertThat(issuing.get("crlAddresses").get(1).asString()).isEqualTo("http://127.0.0.1:9/crl/issuing.crl");
            assertThat(issuing.get("formerCrlAddresses")).hasSize(1);
        }
    }

    @Test
    @DisplayName("are refused with the place and the reason, and nothing changes")
    void refused() {
        try (TestServer server = TestServer.start(data)) {
            JsonNode problem = change(server, List.of("https://pki.example.com/crl/issuing.crl"), List.of(), 422);
            assertThat(problem.get("findings").get(0).get("field").asString()).isEqualTo("crlAddresses[0]");
            assertThat(problem.get("findings").get(0).get("message").asString()).contains("plain http");
            assertThat(TestServer.json(server.api("GET", "/authorities/issuing", Map.of()))
                            .get("formerCrlAddresses"))
                    .isEmpty();
        }
    }

    private record Issued(String serial, Path file) {}

    private Issued issue(TestServer server, Validators validators, String file) throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "leaf.key",
                "-out",
                "leaf.csr",
                "-subj",
                "/CN=web.lab.example.com",
                "-addext",
                "subjectAltName=DNS:web.lab.example.com");
        JsonNode issued = server.issue("tls-server", Files.readString(work.resolve("leaf.csr")));
        return new Issued(
                issued.get("serial").asString(),
                validators.write(file, issued.get("certificate").asString()));
    }

    private static JsonNode change(TestServer server, List<String> crl, List<String> ocsp, int status) {
        HttpResponse<byte[]> answer = server.api(
                "PUT",
                "/authorities/issuing/addresses",
                Map.of(
                        "crlAddresses",
                        crl,
                        "caIssuersAddresses",
                        List.of(server.http("/ca/issuing.crt").toString()),
                        "ocspAddresses",
                        ocsp));
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(status);
        return TestServer.json(answer);
    }
}
