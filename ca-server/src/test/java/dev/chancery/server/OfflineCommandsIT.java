package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} and {@code rebuild} on what a real server left behind. */
@DisplayName("Without a server, the command line")
class OfflineCommandsIT {
    @TempDir
    private Path data;

    private CommandRun run(String command) {
        return CommandRun.on(data, command);
    }

    private void assertSound() {
        CommandRun result = run("verify");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Nothing is wrong: ", " with 2 CAs, 5 certificates, 0 of them revoked");
    }

    private void assertWrong(String words) {
        CommandRun result = run("verify");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("The first thing that is wrong: ").contains(words);
    }

    @Test
    @DisplayName("verifies journal, database, keys and CRLs, names what is wrong, and makes the database anew")
    void life() throws IOException {
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.get(server.http("/health/ready")).statusCode()).isEqualTo(200);
            assertThat(run("verify").err()).contains("is in use by process");
            assertThat(run("rebuild").code()).isEqualTo(1);
        }
        assertSound();

        Path crl = data.resolve("crl/issuing.crl");
        byte[] published = Files.readAllBytes(crl);
        Files.copy(data.resolve("crl/root.crl"), crl, StandardCopyOption.REPLACE_EXISTING);
        assertWrong("issuing.crl cannot be used");
        Files.write(crl, published);

        Path key = data.resolve("keys/issuing.p12");
        byte[] own = Files.readAllBytes(key);
        Files.write(key, Files.readAllBytes(data.resolve("keys/root.p12")));
        assertWrong("issuing.p12 is not the one of the CA \"issuing\"");
        Files.write(key, own);
        assertSound();

        deleteDatabase();
        assertWrong("there is no database");
        assertThat(run("rebuild").code()).isZero();
        assertSound();
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.api("GET", "/users", java.util.Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    private void deleteDatabase() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("db"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
