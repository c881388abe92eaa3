package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A root whose key is in a safe")
class OfflineRootIT {
    @TempDir
    private Path data;

    @TempDir
    private Path safe;

    private CommandRun run(String... arguments) {
        return CommandRun.on(data, arguments);
    }

    @Test
    @DisplayName("lets the server go on, and its CRL, made with openssl, is checked, published and believed")
    void life() throws IOException {
        TestServer.start(data).close();
        CommandRun moved = run(
                "ca", "offline", "root", "--key-to", safe.resolve("root.p12").toString());
        assertThat(moved.err()).isEmpty();
        assertThat(moved.code()).isZero();
        assertThat(data.resolve("keys/root.p12")).doesNotExist();
        assertThat(run("verify").err()).isEmpty();
        prepareOpenSsl();

        try (TestServer server = TestServer.start(data)) {
            assertThat(run(
                                    "ca",
                                    "offline",
                                    "root",
                                    "--key-to",
                                    safe.resolve("x").toString())
                            .err())
                    .contains("Stop the server first");
            JsonNode root = TestServer.json(server.api("GET", "/authorities/root", Map.of()));
            assertThat(root.get("offline").asBoolean()).isTrue();
            assertThat(server.api("POST", "/authorities/root/crl", Map.of()).statusCode())
                    .isEqualTo(409);
            assertThat(TestServer.text(server.get(server.http("/health/ready"))))
                    .contains("ready\n")
                    .doesNotContain("offline CA root");

            sign(90);
            CommandRun uploaded = run(
                    "crl", "upload", "--ca", "root", safe.resolve("root.crl").toString());
            assertThat(uploaded.err()).isEmpty();
            assertThat(uploaded.out()).contains("Published CRL number 100 of the offline CA root.");
            assertThat(server.get(server.http("/crl/root.crl")).body())
                    .isEqualTo(Files.readAllBytes(safe.resolve("root.crl")));
            assertThat(TestServer.text(server.get(server.http("/health/ready"))))
                    .doesNotContain("offline CA root");

            CommandRun again = run(
                    "crl", "upload", "--ca", "root", safe.resolve("root.crl").toString());
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("Its number 100 is not above 100");
            issued(server);
            revokeIssuing(server);
        }
        CommandRun back = run(
                "ca", "online", "root", "--key-from", safe.resolve("root.p12").toString());
        assertThat(back.err()).isEmpty();
        try (TestServer server = TestServer.start(data)) {
            JsonNode crl = TestServer.json(server.api("GET", "/authorities/root/crl", Map.of()));
            assertThat(crl.get("number").asLong()).isGreaterThan(101);
            assertThat(crl.get("entries").asInt()).isEqualTo(1);
        }
    }

    /** With the uploaded CRL in the place of one of our own. */
    private void issued(TestServer server) throws IOException {
        // This start has another port than the one that made the CA.
        assertThat(run(
                                "ca",
                                "addresses",
                                "issuing",
                                "--crl",
                                server.http("/crl/issuing.crl").toString())
                        .code())
                .isZero();
        Validators validators = Validators.prepare(server, safe);
        Tool.ok(
                safe,
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
        JsonNode issued = server.issue("tls-server", Files.readString(safe.resolve("leaf.csr")));
        Path leaf = validators.write("leaf.pem", issued.get("certificate").asString());
        assertThat(validators.openSsl(leaf)).contains("leaf.pem: OK");
        assertThat(validators.gnuTls(leaf)).contains("Verified. The certificate is trusted");
    }

    /** The list must have it, and nothing but what is revoked here. */
    private void revokeIssuing(TestServer server) throws IOException {
        JsonNode issuing = TestServer.json(server.api("GET", "/authorities/issuing", Map.of()));
        String serial = issuing.get("serial").asString();
        CommandRun revoked = run("revoke", serial, "--reason", "cessationOfOperation");
        assertThat(revoked.err()).contains("The CA root is offline").contains("crl upload --ca root FILE");

        sign(90);
        CommandRun missing =
                run("crl", "upload", "--ca", "root", safe.resolve("root.crl").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("Certificate " + serial + ", revoked here")
                .contains("is missing from it");

        Files.writeString(
                safe.resolve("issuing.pem"), issuing.get("certificate").asString());
        openSslCa("-revoke", "issuing.pem", "-crl_reason", "cessationOfOperation");
        sign(90);
        HttpResponse<byte[]> pem = upload(
                server,
                Pem.encode("X509 CRL", dev.chancery.core.x509.Der.ofOwned(Files.readAllBytes(safe.resolve("root.crl"))))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(pem.statusCode()).as(TestServer.text(pem)).isEqualTo(200);
        assertThat(TestServer.json(pem).get("entries").asInt()).isEqualTo(1);
        Files.write(
                safe.resolve("served.pem"),
                server.get(server.http("/crl/root.pem")).body());
        assertThat(Tool.run(
                                safe,
                                "openssl",
                                "verify",
                                "-CAfile",
                                "root.pem",
                                "-crl_check",
                                "-CRLfile",
                                "served.pem",
                                "issuing.pem")
                        .output())
                .contains("certificate revoked");
    }

    private static HttpResponse<byte[]> upload(TestServer server, byte[] crl) throws IOException {
        try {
            return server.client()
                    .send(
                            java.net.http.HttpRequest.newBuilder(server.https("/api/v1/authorities/root/crl"))
                                    .header("Authorization", "Bearer " + server.token())
                                    .header("Content-Type", "application/pkix-crl")
                                    .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(crl))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the person at the safe does once. */
    private void prepareOpenSsl() throws IOException {
        Path passphrase = data.resolve("keys/passphrase");
        Tool.ok(
                safe,
                "openssl",
                "pkcs12",
                "-in",
                "root.p12",
                "-passin",
                "file:" + passphrase,
                "-nodes",
                "-nocerts",
                "-out",
                "root.key");
        Tool.ok(
                safe,
                "openssl",
                "pkcs12",
                "-in",
                "root.p12",
                "-passin",
                "file:" + passphrase,
                "-nokeys",
                "-out",
                "root.pem");
        Files.writeString(safe.resolve("index.txt"), "");
        Files.writeString(safe.resolve("crlnumber"), "64\n");
        Files.writeString(safe.resolve("ca.cnf"), """
                [ca]
                default_ca = root
                [root]
                database = index.txt
                crlnumber = crlnumber
                certificate = root.pem
                private_key = root.key
                default_md = sha256
                crl_extensions = extensions
                [extensions]
                authorityKeyIdentifier = keyid
                """);
    }

    private void sign(int days) throws IOException {
        openSslCa("-gencrl", "-crldays", String.valueOf(days), "-out", "root.crl.pem");
        Tool.ok(safe, "openssl", "crl", "-in", "root.crl.pem", "-outform", "DER", "-out", "root.crl");
    }

    private void openSslCa(String... arguments) {
        java.util.List<String> command =
                new java.util.ArrayList<>(java.util.List.of("openssl", "ca", "-config", "ca.cnf"));
        command.addAll(java.util.List.of(arguments));
        Tool done = Tool.run(safe, command);
        assertThat(done.exitCode()).as(done.output()).isZero();
    }
}
