package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.server.command.FakeServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An online command")
final class ConnectionTest {
    @TempDir
    Path folder;

    private FakeServer server;
    private Path token;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        server.on("GET /api/v1/certificates", Answer.json(200, "{\"certificates\":[]}"));
        token = FakeServer.writeToken(folder.resolve("token"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static CommandLineRun.Result list(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "list";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new CommandLineRun().run(arguments);
    }

    @Test
    @DisplayName("says how to start a server where none was started, with exit code 3")
    void noServer() {
        var result = list("--data", folder.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("there is no " + folder.resolve("server.json"), "./chancery serve --data " + folder);
    }

    @Test
    @DisplayName("says what was tried when nothing listens any more, with exit code 3")
    void stopped() throws Exception {
        Path data = server.dataDirectory(folder);
        server.close();
        var result = list("--data", data.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains(server.httpsUrl(), "server.json", "nothing listens there", "Start it: ./chancery serve")
                .doesNotContain("Exception");
    }

    @Test
    @DisplayName("says that a host name is not known, with exit code 3")
    void unknownHost() {
        var result = list("--server", "https://no-such-host.invalid", "--token-file", token.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("host name is not known");
    }

    @Test
    @DisplayName("trusts a server elsewhere by its root in a file")
    void remote() throws Exception {
        Path root =
                Files.writeString(folder.resolve("root.pem"), server.ca.root().pem());
        var result =
                list("--server", server.httpsUrl(), "--token-file", token.toString(), "--ca-file", root.toString());
        assertThat(result.code()).isZero();
    }

    @Test
    @DisplayName("explains how to get the root of a server that is not trusted, with exit code 1")
    void untrusted() {
        var result = list("--server", server.httpsUrl(), "--token-file", token.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("http://localhost/ca/root.pem", "-fingerprint -sha256", "--ca-file root.pem");
    }

    @Test
    @DisplayName("does not talk to another server at the address of its own")
    void impostor() throws Exception {
        Path data = server.dataDirectory(folder);
        Files.writeString(
                data.resolve("server.json"),
                Files.readString(data.resolve("server.json"))
                        .replace(
                                Canned.escaped(server.ca.root().pem()),
                                Canned.escaped(new TestCa("Another Root").root().pem())));
        var result = list("--data", data.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("from another CA than expected");
        assertThat(server.asked).isEmpty();
    }

    @Test
    @DisplayName("verifies the host name")
    void wrongName() throws Exception {
        try (FakeServer other = new FakeServer("other.example.com")) {
            var result = list("--data", other.dataDirectory(folder).toString());
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("is not for that name");
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    @DisplayName("says whose token was not accepted, with exit code 1")
    void wrongToken() throws Exception {
        Path data = server.dataDirectory(folder);
        Files.writeString(token, "chy_wrong\n");
        var result = list("--data", data.toString(), "--token-file", token.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("does not accept the token of " + token, "user token add")
                .doesNotContain("chy_wrong");
    }

    @Test
    @DisplayName("reads no token that others can read")
    void openToken() throws Exception {
        Path data = server.dataDirectory(folder);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        var result = list("--data", data.toString(), "--token-file", token.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("chmod 600");
    }

    @Test
    @DisplayName("never sends a token unencrypted, and needs one, with exit code 2")
    void usage() {
        var plain = list("--server", "http://localhost:8080", "--token-file", token.toString());
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err()).contains("https://HOST:PORT", "See: ./chancery list --help");
        assertThat(list("--server", "https://localhost:8443").code()).isEqualTo(2);
    }

    @Test
    @DisplayName("says so when the answer is not one of this API")
    void otherProgram() {
        server.on(
                "GET /api/v1/profiles",
                Answer.bytes("text/html", "<p>hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var result = new CommandLineRun()
                .run(
                        "profile",
                        "list",
                        "--server",
                        server.httpsUrl(),
                        "--token-file",
                        token.toString(),
                        "--ca-file",
                        rootFile());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("is no JSON", "same version");
    }

    private String rootFile() {
        try {
            return Files.writeString(
                            folder.resolve("root.pem"), server.ca.root().pem())
                    .toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
