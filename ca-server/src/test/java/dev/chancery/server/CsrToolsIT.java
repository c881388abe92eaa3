package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Requests of openssl, keytool, certtool and certutil")
class CsrToolsIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("become certificates through the API with curl and through ./chancery issue")
    void everyTool() throws Exception {
        Path log = work.resolve("server.log");
        try (ServerProcess server = ServerProcess.start(data, log)) {
            Tool.ok(work, "curl", "-sS", server.http("/ca/root.pem"), "-o", "root.pem");
            Tool.ok(work, "curl", "-sS", server.http("/ca/issuing.pem"), "-o", "issuing.pem");
            for (Map.Entry<String, String> request : CsrTools.all(work).entrySet()) {
                String name = request.getKey() + ".lab.example.com";
                Files.writeString(work.resolve("request.csr"), request.getValue());
                verify(throughCurl(server), name, request.getKey() + " through curl");
                verify(throughCommandLine(), name, request.getKey() + " through ./chancery issue");
            }
        }
    }

    private String throughCurl(ServerProcess server) throws Exception {
        Files.writeString(work.resolve("token"), "Authorization: Bearer " + server.token());
        Tool.ok(work, "sh", "-c", "jq -n --rawfile csr request.csr '{profile: \"tls-server\", csr: $csr}' > body.json");
        String answer = Tool.ok(
                work,
                "curl",
                "-sS",
                "--fail-with-body",
                "--cacert",
                "root.pem",
                "-H",
                "@token",
                "-H",
                "Content-Type: application/json",
                "-d",
                "@body.json",
                server.https("/api/v1/certificates"));
        JsonNode issued =
                tools.jackson.databind.json.JsonMapper.builder().build().readTree(answer);
        return issued.get("certificate").asString();
    }

    private String throughCommandLine() throws Exception {
        Path out = work.resolve("issued.pem");
        Files.deleteIfExists(out);
        Tool done = Tool.run(
                work,
                ServerProcess.command(
                        "issue",
                        "--data",
                        data.toString(),
                        "--profile",
                        "tls-server",
                        "--csr",
                        "request.csr",
                        "--out",
                        "issued.pem"));
        assertThat(done.exitCode()).as(done.output()).isZero();
        return Files.readString(out);
    }

    private void verify(String pem, String name, String what) throws Exception {
        Files.writeString(work.resolve("leaf.pem"), pem);
        assertThat(Tool.run(
                                work,
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem",
                                "-crl_check",
                                "-crl_download",
                                "-verify_hostname",
                                name,
                                "leaf.pem")
                        .output())
                .as(what)
                .contains("leaf.pem: OK");
    }
}
