package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Shipped;
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

    /** The profile of servers, with what it turns down. */
    private Path profile(String lint) throws IOException {
        Path profiles = Files.createDirectories(directory.resolve("data").resolve("profiles"));
        return Files.writeString(
                profiles.resolve("tls-server.yaml"),
                Shipped.profiles().get("tls-server.yaml").replaceFirst("\n#lint: .*\n", "\nlint: [" + lint + "]\n"));
    }

    private CommandLineRun.Result lint(String profile) throws IOException {
        return new CommandLineRun()
                .run(
                        "lint",
                        "--data",
                        directory.resolve("data").toString(),
                        "--profile",
                        profile,
                        file("root.pem", ca.root()).toString());
    }

    @Test
    @DisplayName("judges as a profile does that turns a rule down, and shows its reason")
    void profiles() throws IOException {
        Path file = profile("{rule: ski-in-ca, severity: notice, reason: the old appliance}");
        CommandLineRun.Result result = lint("tls-server");
        assertThat(result.out())
                .containsPattern("  NOTICE   subjectKeyIdentifier: .*\n +Rule ski-in-ca")
                .contains("           Turned down by the profile: the old appliance\n");
        assertThat(lint(file.toString()).out()).isEqualTo(result.out());
        JsonNode body = JsonMapper.shared()
                .readTree(new CommandLineRun()
                        .run(
                                "lint",
                                "--json",
                                "--profile",
                                file.toString(),
                                file("root.pem", ca.root()).toString())
                        .out());
        assertThat(body.at("/items/0/findings").findValuesAsString("turnedDown"))
                .containsExactly("the old appliance");
    }

    @Test
    @DisplayName("names the rules that a profile does not ask at all")
    void silent() throws IOException {
        profile("{rule: ski-in-ca, severity: off, reason: the old appliance}");
        assertThat(lint("tls-server").out())
                .contains("Note: The profile tls-server does not ask the rule ski-in-ca: the old appliance")
                .doesNotContain("Rule ski-in-ca");
    }

    @Test
    @DisplayName("takes a profile that comes with the program, and names those where there is none of that name")
    void shipped() throws IOException {
        assertThat(lint("skype-server").out()).contains("Rule ski-in-ca");
        CommandLineRun.Result unknown = lint("../tls");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no profile \"../tls\"", "tls-client, tls-server");
        assertThat(lint("none.yaml").err()).contains("There is no file none.yaml.");
        profile("{rule: der-boolean, severity: off, reason: x}");
        CommandLineRun.Result refused = lint("tls-server");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("tls-server.yaml:", "lint[0].rule", "is about the encoding");
    }

    @Test
    @DisplayName("says of a file that it is nothing to judge; exit code 1")
    void unreadable() throws IOException {
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear Sir or Madam");
        CommandLineRun.Result result = new CommandLineRun().run("lint", letter.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("UNREADABLE", "letter.txt is no certificate, CRL, request or OCSP response");
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
