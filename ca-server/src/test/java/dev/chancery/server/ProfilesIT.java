package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Profiles on a real server: changed over HTTP, on the command line and in their files, and after all of that. */
@DisplayName("A profile, changed")
class ProfilesIT {
    private static final String PATH = "/profiles/tls-server";

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private Path file() {
        return data.resolve("profiles/tls-server.yaml");
    }

    @Test
    @DisplayName("over HTTP counts for the next certificate, and every version is there after a rebuild")
    void overHttp() throws IOException {
        Map<String, Integer> made = new TreeMap<>();
        String first;
        String second;
        try (TestServer server = TestServer.start(data)) {
            first = issue(server, made);
            second = text(server).replace("maximum: 2 years", "maximum: 397 days");
            JsonNode saved = put(server, second, 1, 200);
            assertThat(saved.get("version").asInt()).isEqualTo(2);
            assertThat(Files.readString(file())).isEqualTo(second);
            assertThat(Tool.ok(work, "sha256sum", file().toString()))
                    .startsWith(saved.get("sha256").asString());
            String later = issue(server, made);
            assertThat(made).containsOnly(Map.entry(first, 1), Map.entry(later, 2));
            tooLong(server);
            assertThat(put(server, second, 1, 409).toString()).contains("Version 2 of the profile tls-server");
            assertThat(run("show", later).out()).containsPattern("Profile +tls-server, version 2");
        }
        assertThat(CommandRun.on(data, "verify").err()).isEmpty();
        assertThat(CommandRun.on(data, "rebuild").code()).isZero();
        assertThat(CommandRun.on(data, "verify").err()).isEmpty();
        try (TestServer server = TestServer.start(data)) {
            made.forEach((serial, version) -> assertThat(
                            TestServer.json(server.api("GET", "/certificates/" + serial, Map.of()))
                                    .get("profileVersion")
                                    .asInt())
                    .isEqualTo(version));
            JsonNode versions = TestServer.json(server.api("GET", PATH + "/versions", Map.of()))
                    .get("versions");
            assertThat(versions).hasSize(2);
            assertThat(versions.get(0).get("changes").toString())
                    .isEqualTo("[{\"key\":\"validity.maximum\",\"before\":\"P2Y\",\"after\":\"P397D\"}]");
            assertThat(TestServer.json(server.api("GET", PATH + "/versions/1", Map.of()))
                            .get("text")
                            .asString())
                    .contains("maximum: 2 years");
        }
    }

    /** The profile of this moment judges. */
    private void tooLong(TestServer server) throws IOException {
        HttpResponse<byte[]> answer =
                server.api("POST", "/certificates", Map.of("profile", "tls-server", "csr", csr(), "validity", "P500D"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.text(answer)).contains("397 days");
    }

    @Test
    @DisplayName("in its file counts when it is read; a wrong file changes nothing and is named until it is mended")
    void inItsFile() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            String good = Files.readString(file());
            Files.writeString(file(), good.replace("issuer: issuing", "issuer: isuing"));
            CommandRun wrong = run("profile", "reload");
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.out()).contains("profiles/tls-server.yaml:", "issuer: there is no CA \"isuing\"");
            assertThat(health(server)).contains("profiles/tls-server.yaml", "isuing");
            issue(server, new TreeMap<>());
            Files.writeString(file(), good.replace("rsa:", "rsaa:"));
            assertThat(run("profile", "reload").out()).contains("rsaa: unknown key");
            assertThat(put(server, good, 1, 409).toString()).contains("changed on the disk");

            Files.writeString(file(), good.replace("title: Web or application server", "title: Front doors"));
            CommandRun mended = run("profile", "reload");
            assertThat(mended.code()).as(mended.err()).isZero();
            assertThat(mended.out())
                    .contains("tls-server: version 2", "title: Web or application server -> Front doors");
            assertThat(health(server)).doesNotContain("profiles/");
            assertThat(run("profile", "reload").out()).contains("Nothing in the files is new.");
        }
    }

    @Test
    @DisplayName("on the command line is shown, tried, saved, listed and removed")
    void onTheCommandLine() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            assertThat(health(server)).startsWith("ready");
            CommandRun shown = run("profile", "show", "tls-server");
            assertThat(shown.out())
                    .containsPattern("Version +1\n")
                    .contains("first seen")
                    .containsPattern("Subject +the common name is one of the names")
                    .containsPattern("Revocation +names the CRL of its CA")
                    .containsPattern("Valid for +1 year, at most 2 years, beginning 5 minutes before");
            Path draft = work.resolve("tls-server.yaml");
            String yaml = run("profile", "show", "tls-server", "--yaml").out();
            assertThat(yaml).isEqualTo(Files.readString(file()));
            Files.writeString(
                    draft,
                    yaml.replace("#tls-feature: [status-request]", "tls-feature: [status-request]")
                            .replace("#requesters: {users: [rita]", "requesters: {users: [rita]"));
            assertThat(run("profile", "save", draft.toString(), "--on", "1", "--check")
                            .out())
                    .contains("tls-feature: [] -> [status-request]", "+");
            CommandRun saved = run("profile", "save", draft.toString(), "--on", "1", "--why", "must staple");
            assertThat(saved.out()).as(saved.err()).contains("tls-server is version 2 now");
            assertThat(run("profile", "show", "tls-server").out())
                    .contains("must staple", "status-request", "of these only");
            assertThat(run("profile", "show", "tls-server", "--version", "1").out())
                    .doesNotContain("status-request");
            assertThat(run("profile", "history", "tls-server").out())
                    .contains("Version 2, ", " by local-admin: must staple", "tls-feature: [] -> [status-request]")
                    .contains("Version 1, ", " by system: first seen");
            CommandRun needed = run("profile", "remove", "server", "--on", "1");
            assertThat(needed.code()).isEqualTo(1);
            assertThat(needed.err()).contains("the server gets its own TLS certificate by it");
        }
    }

    @Test
    @DisplayName("is completed at the next start when it was cut short after its record")
    void cutShort() throws IOException {
        String saved;
        try (TestServer server = TestServer.start(data)) {
            saved = text(server).replace("title: Web or application server", "title: Front doors");
            put(server, saved, 1, 200);
        }
        String first = saved.replace("title: Front doors", "title: Web or application server");
        Files.writeString(file(), first);
        Files.writeString(data.resolve("profiles/.tls-server.yaml.next"), saved);
        Files.writeString(data.resolve("profiles/.server.yaml.next"), "name: server\n");
        try (TestServer server = TestServer.start(data)) {
            assertThat(Files.readString(file())).isEqualTo(saved);
            assertThat(TestServer.json(server.api("GET", PATH, Map.of()))
                            .get("version")
                            .asInt())
                    .isEqualTo(2);
            assertThat(data.resolve("profiles/.tls-server.yaml.next")).doesNotExist();
            assertThat(data.resolve("profiles/.server.yaml.next")).doesNotExist();
        }
    }

    private CommandRun run(String... arguments) {
        return CommandRun.on(data, arguments);
    }

    private static String health(TestServer server) {
        return TestServer.text(server.get(server.http("/health/ready")));
    }

    private static String text(TestServer server) {
        return TestServer.text(server.api("GET", PATH + ".yaml", Map.of()));
    }

    private static JsonNode put(TestServer server, String text, int version, int status) {
        HttpResponse<byte[]> answer =
                server.api("PUT", PATH, Map.of("text", text, "version", version, "why", "asked for"));
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(status);
        return TestServer.json(answer);
    }

    private String issue(TestServer server, Map<String, Integer> made) throws IOException {
        JsonNode issued = server.issue("tls-server", csr());
        made.put(issued.get("serial").asString(), issued.get("profileVersion").asInt());
        return issued.get("serial").asString();
    }

    private String csr() throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "leaf.key",
                "-out",
                "leaf.csr",
                "-subj",
                "/CN=web.lab.example.com",
                "-addext",
                "subjectAltName=DNS:web.lab.example.com");
        return Files.readString(work.resolve("leaf.csr"), StandardCharsets.US_ASCII);
    }
}
