package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("chancery lint")
final class LintCommandTest {
    private final TestCa ca = new TestCa("Somebody's Root");

    @TempDir
    private Path directory;

    private Path file(String name, EncodedCertificate... certificates) throws IOException {
        StringBuilder text = new StringBuilder();
        for (EncodedCertificate certificate : certificates) {
            text.append(Pem.encode("CERTIFICATE", certificate.der()));
        }
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    @DisplayName("says what is wrong, where, by which rule, and what next; exit code 1")
    void text() throws IOException {
        CommandLineRun.Result result =
                new CommandLineRun().run("lint", file("root.pem", ca.root()).toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("root.pem: certificate for CN=Somebody's Root")
                .contains("  ERROR    subjectKeyIdentifier: ")
                .contains("Rule ski-in-ca, RFC 5280 §4.2.1.2: A CA certificate has a subject key identifier.")
                .contains("Next: ")
                .containsPattern("1 certificate: [0-9]+ errors?, [0-9]+ warnings?, [0-9]+ notices?\\.");
        assertThat(result.err()).isEmpty();
    }

    @Test
    @DisplayName("reads standard input and speaks JSON")
    void json() throws IOException {
        CommandLineRun.Result result = new CommandLineRun()
                .standardInput(Pem.encode("CERTIFICATE", ca.root().der()))
                .run("lint", "--json", "-");
        JsonNode body = JsonMapper.shared().readTree(result.out());
        assertThat(result.code()).isEqualTo(1);
        assertThat(body.get("good").asBoolean()).isFalse();
        assertThat(body.at("/items/0/kind").asString()).isEqualTo("certificate");
        assertThat(body.at("/items/0/file").asString()).isEqualTo("standard input");
        assertThat(body.at("/items/0/findings/0/severity").asString()).isIn("error", "warning", "notice");
        assertThat(body.at("/items/0/findings/0/next").asString()).isNotEmpty();
    }

    @Test
    @DisplayName("says of a file that it is nothing to judge; exit code 1")
    void unreadable() throws IOException {
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear Sir or Madam");
        CommandLineRun.Result result = new CommandLineRun().run("lint", letter.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("UNREADABLE", "letter.txt is no certificate, CRL or request");
    }

    @Test
    @DisplayName("refuses what is no file, and standard input twice; exit code 2")
    void usage() {
        CommandLineRun.Result missing =
                new CommandLineRun().run("lint", directory.resolve("none.pem").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file", "none.pem");
        assertThat(new CommandLineRun().run("lint", directory.toString()).err()).contains("it is a directory");
        assertThat(new CommandLineRun().run("lint", "-", "--issuer", "-").code())
                .isEqualTo(2);
        assertThat(new CommandLineRun().run("lint").code()).isEqualTo(2);
    }
}
