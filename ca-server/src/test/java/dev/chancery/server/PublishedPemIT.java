package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Issue 4: the PEM files as they are fetched from the server, given to software that fetches nothing. They are put one
 * after the other, in any order, as its manuals ask.
 */
@DisplayName("With the PEM files that are published")
class PublishedPemIT {
    private static final String NO_ANSWER = "000";

    @TempDir
    private static Path data;

    @TempDir
    private static Path work;

    private static TestServer server;

    @BeforeAll
    static void prepare() throws IOException {
        server = TestServer.start(data);
        fetch("/ca/root.pem", "root.pem");
        fetch("/ca/issuing.pem", "issuing.pem");
        fetch("/ca/issuing-chain.pem", "issuing-chain.pem");
        issue("www");
        issue("good");
        server.revoke(issue("revoked"), "keyCompromise");
        String released = issue("released");
        server.revoke(released, "certificateHold");
        server.api("DELETE", "/certificates/" + released + "/revocation", java.util.Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void publish() throws IOException {
        for (String ca : List.of("issuing", "root")) {
            assertThat(server.api("POST", "/authorities/" + ca + "/crl", java.util.Map.of())
                            .statusCode())
                    .isEqualTo(200);
            fetch("/crl/" + ca + ".pem", ca + ".crl.pem");
        }
        Files.writeString(
                work.resolve("crls.pem"),
                Files.readString(work.resolve("issuing.crl.pem")) + Files.readString(work.resolve("root.crl.pem")));
    }

    private static void fetch(String path, String file) throws IOException {
        var answer = server.get(server.http(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Files.write(work.resolve(file), answer.body());
    }

    private static String issue(String name) throws IOException {
        String request = Csr.p256(work, name + ".lab.example.com");
        Files.move(work.resolve("k.pem"), work.resolve(name + "-key.pem"));
        JsonNode issued = server.issue("tls-server-client", request);
        Files.writeString(work.resolve(name + ".pem"), issued.get("certificate").asString());
        Files.writeString(
                work.resolve(name + "-chain.pem"),
                issued.get("certificate").asString() + Files.readString(work.resolve("issuing.pem")));
        return issued.get("serial").asString();
    }

    /** The HTTP status, and what curl said on the way to it. */
    private record Visit(String status, String said) {}

    private static Visit visit(String host, int port, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--show-error",
                "--verbose",
                "--noproxy",
                "*",
                "--max-time",
                "30",
                "--cacert",
                "root.pem",
                "--resolve",
                host + ".lab.example.com:" + port + ":127.0.0.1",
                "--write-out",
                "\nstatus %{http_code}\n",
                "--output",
                "/dev/null"));
        command.addAll(List.of(options));
        command.add("https://" + host + ".lab.example.com:" + port + "/");
        String said = Tool.run(work, command).output();
        return new Visit(said.replaceAll("(?s).*\nstatus (\\d{3})\n.*", "$1"), said);
    }

    private static Visit as(String client, int port) {
        return visit("www", port, "--cert", client + "-chain.pem", "--key", client + "-key.pem");
    }

    @Test
    @DisplayName("nginx (ssl_crl) refuses a client whose certificate is revoked, and no other")
    void nginx() throws Exception {
        try (Nginx nginx = Nginx.checkingClients(work, "www")) {
            assertThat(as("good", nginx.port())).returns("204", Visit::status);
            assertThat(as("released", nginx.port())).returns("204", Visit::status);
            assertThat(nginx.log()).doesNotContain("certificate verify error");
            assertThat(as("revoked", nginx.port())).returns("400", Visit::status);
            assertThat(nginx.log()).contains("certificate verify error: (23:certificate revoked)");
        }
    }

    @Test
    @DisplayName(
            "Apache httpd (SSLCARevocationFile, SSLCARevocationCheck chain) refuses a client whose certificate is revoked,"
                    + " and no other")
    void httpd() throws Exception {
        try (Httpd httpd = Httpd.checkingClients(work, "www")) {
            assertThat(as("good", httpd.port())).returns("204", Visit::status);
            assertThat(as("released", httpd.port())).returns("204", Visit::status);
            assertThat(httpd.log()).doesNotContain("Certificate Verification: Error");
            Visit revoked = as("revoked", httpd.port());
            assertThat(revoked).returns(NO_ANSWER, Visit::status);
            assertThat(revoked.said()).contains("alert certificate revoked");
            assertThat(httpd.log()).contains("Certificate Verification: Error (23): certificate revoked");
        }
    }

    @Test
    @DisplayName("curl (--crlfile) refuses a server whose certificate is revoked, and no other")
    void curl() throws Exception {
        for (String name : List.of("good", "released")) {
            try (Nginx nginx = Nginx.serving(work, name)) {
                assertThat(visit(name, nginx.port(), "--crlfile", "crls.pem")).returns("204", Visit::status);
            }
        }
        try (Nginx nginx = Nginx.serving(work, "revoked")) {
            assertThat(visit("revoked", nginx.port())).as("without the list").returns("204", Visit::status);
            Visit refused = visit("revoked", nginx.port(), "--crlfile", "crls.pem");
            assertThat(refused).returns(NO_ANSWER, Visit::status);
            assertThat(refused.said()).contains("certificate revoked");
        }
    }

    @Test
    @DisplayName("whoever was just revoked is refused once the files were fetched again")
    void next() throws Exception {
        String serial = issue("fresh");
        publish();
        try (Nginx nginx = Nginx.checkingClients(work, "www");
                Httpd httpd = Httpd.checkingClients(work, "www")) {
            assertThat(as("fresh", nginx.port())).returns("204", Visit::status);
            assertThat(as("fresh", httpd.port())).returns("204", Visit::status);
        }
        server.revoke(serial, "superseded");
        publish();
        assertThat(new String(server.get(server.http("/crl/issuing.pem")).body(), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN X509 CRL-----\n");
        try (Nginx nginx = Nginx.checkingClients(work, "www");
                Httpd httpd = Httpd.checkingClients(work, "www")) {
            assertThat(as("fresh", nginx.port())).returns("400", Visit::status);
            assertThat(as("fresh", httpd.port())).returns(NO_ANSWER, Visit::status);
            assertThat(as("good", nginx.port())).returns("204", Visit::status);
            assertThat(as("good", httpd.port())).returns("204", Visit::status);
        }
    }
}
