package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("--set key=value")
class OverridesTest {

    private static LabSettings with(String file, String key, String value) {
        return YamlReader.read("lab.yaml", file, LabSettings.class, Map.of(key, value));
    }

    private static void expect(String key, String value, String... messages) {
        assertThat(Reading.mistakes("", Map.of(key, value))).containsExactly(messages);
    }

    @Test
    @DisplayName("wins over the file and over the default")
    void wins() {
        assertThat(with("", "crl.lifetime", "9 days").crl().lifetime()).isEqualTo(Duration.ofDays(9));
        LabSettings both = with("crl: {lifetime: 8 days, interval: 2 days}", "crl.lifetime", "9 days");
        assertThat(both.crl().lifetime()).isEqualTo(Duration.ofDays(9));
        assertThat(both.crl().interval()).isEqualTo(Duration.ofDays(2));
        assertThat(with("crl:\n", "crl.lifetime", "9 days").crl().lifetime()).isEqualTo(Duration.ofDays(9));
    }

    @Test
    @DisplayName("takes lists and sections in brackets")
    void brackets() {
        assertThat(with("names: [a]", "names", "[b, c]").names()).containsExactly("b", "c");
        assertThat(with("", "names", "[]").names()).isEmpty();
        assertThat(with("", "limits", "{}").limits()).isEmpty();
        assertThat(with("", "limits.a", "{count: 3}").limits()).containsOnlyKeys("a");
        assertThat(with("server: {verbose: false}", "server", "{http-port: 1}")
                        .server()
                        .verbose())
                .isFalse();
    }

    @Test
    @DisplayName("can take an optional value away")
    void empties() {
        assertThat(with("server: {public-url: http://a}", "server.public-url", "")
                        .server()
                        .publicUrl())
                .isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("names itself where its value is wrong")
    void wrongValue() {
        expect("server.http-port", "many", "--set server.http-port: expected a whole number, but found `many`");
        expect(
                "server",
                "{http-port: many}",
                "--set server: server.http-port: expected a whole number, but found `many`");
        expect(
                "server.http-port",
                "",
                "--set server.http-port: is empty; write a whole number, or delete the line to keep the default, 8080");
        expect("mail.host", "a", "--set mail.host: mail.bytes: missing; it has no default, write a whole number");
    }

    @Test
    @DisplayName("names itself where its key is wrong")
    void wrongKey() {
        expect(
                "server.port",
                "1",
                "--set server.port: unknown key. The keys here: bind-address, http-port, verbose, "
                        + "public-url, data-directory, signature-algorithm.");
        expect("sever.http-port", "1", "--set sever.http-port: sever: unknown key. Did you mean `server`?");
        expect("server..x", "1", "--set server..x: is not a key; write it as `section.key=value`");
        expect(
                "names.x",
                "1",
                "--set names.x: names: expected a list (each: text), but found a section; write it as `[…]` "
                        + "or with `- ` before each");
    }

    @Test
    @DisplayName("names itself where its value is not YAML")
    void notYaml() {
        expect("names", "[a", "--set names: the bracket that opens here is not closed, or a comma is missing in it");
        expect(
                "server.bind-address",
                "*a",
                "--set server.bind-address: anchors (&) and aliases (*) are not accepted; put "
                        + "text that begins with this character in quotes");
        expect(
                "names",
                "{a: 1, a: 2}",
                "--set names: a: is given twice; it is already set",
                "--set names: expected a list (each: text), but found a section; write it as `[…]` or with `- ` before each");
    }

    @Test
    @DisplayName("does not lose what follows a #")
    void comments() {
        String message =
                "--set server.bind-address: would be cut short, since YAML takes what follows a `#` for a comment; "
                        + "put the value in quotes inside the shell's own";
        expect("server.bind-address", "Lab #1", message);
        expect("server.bind-address", "#1", message);
        assertThat(with("", "server.bind-address", "'Lab #1'").server().bindAddress())
                .isEqualTo("Lab #1");
    }

    @Test
    @DisplayName("does not hide that the file has a value where a section belongs")
    void fileMistakeStays() {
        assertThat(Reading.mistakes("crl: 5", Map.of("crl.lifetime", "9 days")))
                .containsExactly(
                        "lab.yaml:1: crl: expected a section with lifetime, interval, validity, grace, but found "
                                + "the single value `5`");
    }

    @Test
    @DisplayName("is reported after the file's own mistakes, also when the file is not YAML")
    void order() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("server.http-port", "x");
        overrides.put("names", "[");
        assertThat(Reading.mistakes("crl: {grace: x}", overrides))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("lab.yaml:1: crl.grace");
        assertThat(Reading.mistakes("crl: {", overrides)).hasSize(2);
    }
}
