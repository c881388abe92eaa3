package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mistake in the settings is named by file, line and key")
class MistakesTest {

    private static void expect(String text, String... messages) {
        assertThat(Reading.mistakes(text)).containsExactly(messages);
    }

    @Nested
    @DisplayName("Keys")
    class Keys {
        @Test
        @DisplayName("an unknown key with the nearest known one")
        void misspelled() {
            expect(
                    "server:\n  htpp-port: 80\n",
                    "lab.yaml:2: server.htpp-port: unknown key. Did you mean `http-port`?");
        }

        @Test
        @DisplayName("an unknown key that resembles none, with all that are known")
        void foreign() {
            expect(
                    "crl:\n  colour: red\n",
                    "lab.yaml:2: crl.colour: unknown key. The keys here: lifetime, interval, validity, grace.");
        }

        @Test
        @DisplayName("the camel-case or underscored spelling, with the right one")
        void camelCase() {
            expect(
                    "server: {httpPort: 80, bind_address: x}",
                    "lab.yaml:1: server.httpPort: unknown key. Write `http-port`.",
                    "lab.yaml:1: server.bind_address: unknown key. Write `bind-address`.");
        }

        @Test
        @DisplayName("a key given twice, with the line of the first")
        void twice() {
            expect(
                    "names: [a]\ncrl: {grace: 1 d}\nnames: [b]\n",
                    "lab.yaml:3: names: is given twice; it is already set in line 1");
        }

        @Test
        @DisplayName("a key that must be given, at its section")
        void missing() {
            expect(
                    "\nmail:\n  host: mail.example.com\n",
                    "lab.yaml:2: mail.bytes: missing; it has no default, write a whole number");
        }

        @Test
        @DisplayName("every missing key of a section that is not there at all")
        void missingSection() {
            record Outer(LabSettings.Mail mail) {}
            assertThat(Reading.mistakes("", Outer.class, Map.of()))
                    .containsExactly(
                            "lab.yaml:1: mail.host: missing; it has no default, write text",
                            "lab.yaml:1: mail.bytes: missing; it has no default, write a whole number");
        }
    }

    @Nested
    @DisplayName("Types")
    class Types {
        @Test
        @DisplayName("a value where a section belongs, and the other way round")
        void sectionOrValue() {
            expect(
                    "crl: 7 days\nserver: {http-port: {a: 1}, bind-address: [a]}\nnames: {a: b}\nlimits: [a]\n",
                    "lab.yaml:1: crl: expected a section with lifetime, interval, validity, grace, but found the single "
                            + "value `7 days`",
                    "lab.yaml:2: server.http-port: expected a whole number, but found a section",
                    "lab.yaml:2: server.bind-address: expected text, but found a list",
                    "lab.yaml:3: names: expected a list (each: text), but found a section; write it as `[…]` or with "
                            + "`- ` before each",
                    "lab.yaml:4: limits: expected a section of names of your own (each: a section), but found a list");
        }

        @Test
        @DisplayName("a text that is no section at all")
        void rootIsText() {
            expect(
                    "hello",
                    "lab.yaml:1: expected a section with server, crl, mail, names, purposes, limits, but found the single "
                            + "value `hello`");
        }

        @Test
        @DisplayName("a single value where a list belongs")
        void singleForList() {
            expect(
                    "names: one",
                    "lab.yaml:1: names: expected a list (each: text), but found the single value `one`; write it as `[…]` "
                            + "or with `- ` before each");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                        eighty              | `eighty`
                        80.5                | `80.5`
                        1e3                 | `1e3`
                        0x50                | `0x50`
                        010                 | `010`; a leading 0 means octal to some readers, write the number in decimal without it
                        8_080               | `8_080`; write it as 8080
                        '80'                | `80`; remove the quotes
                        3000000000          | `3000000000`; it must lie between -2147483648 and 2147483647
                        99999999999999999999| `99999999999999999999`; it must lie between -2147483648 and 2147483647
                        """)
        @DisplayName("a whole number that is none, or none that everyone reads alike")
        void wholeNumbers(String written, String reason) {
            expect(
                    "server:\n  http-port: " + written,
                    "lab.yaml:2: server.http-port: expected a whole number, but found " + reason);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                yes    | `yes`; write true
                Off    | `Off`; write false
                TRUE   | `TRUE`; write true
                'true' | `true`; write true
                1      | `1`
                """)
        @DisplayName("a truth value that is neither true nor false")
        void truthValues(String written, String reason) {
            expect(
                    "server: {verbose: " + written + "}",
                    "lab.yaml:1: server.verbose: expected true or false, without quotes, but found " + reason);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                no         | a truth value in YAML
                On         | a truth value in YAML
                true       | a truth value in YAML
                8080       | a number in YAML
                1.10       | a number in YAML
                0o17       | a number in YAML
                .inf       | a number in YAML
                22:30      | a number to base 60 in old YAML
                2026-01-31 | a date in YAML
                """)
        @DisplayName("unquoted text that YAML may take for something else")
        void trapsForText(String written, String reason) {
            expect(
                    "names: [" + written + "]",
                    "lab.yaml:1: names[0]: expected text, but `" + written + "` without quotes is " + reason
                            + "; if text is meant, write \"" + written + "\"");
        }

        @Test
        @DisplayName("a word that is not one of the allowed ones")
        void enumConstants() {
            expect(
                    "purposes: [email]",
                    "lab.yaml:1: purposes[0]: `email` is not one of server-auth, client-auth, ocsp-signing");
        }

        @Test
        @DisplayName("the same element twice in a set, under any spelling")
        void listedTwice() {
            expect("purposes:\n  - server-auth\n  - serverAuth\n", "lab.yaml:3: purposes[1]: is listed twice");
        }

        @ParameterizedTest
        @CsvSource({"''", "~", "null"})
        @DisplayName("a key without a value, with the default that it hides")
        void empty(String written) {
            expect(
                    "crl:\n  lifetime: " + written + "\nnames: " + written + "\nlimits: {a: " + written + "}",
                    "lab.yaml:2: crl.lifetime: is empty; write a length of time, or delete the line to keep the default, "
                            + "7 days",
                    "lab.yaml:3: names: is empty; write a list (each: text), or delete the line to keep the default, "
                            + "[pki, crl]",
                    "lab.yaml:4: limits.a.count: missing; it has no default, write a whole number");
        }

        @Test
        @DisplayName("paths and URLs that are none")
        void pathsAndUrls() {
            expect(
                    "server:\n  public-url: http://a b\n  data-directory: ~/data\n",
                    "lab.yaml:2: server.public-url: `http://a b` is not a URL: Illegal character in authority",
                    "lab.yaml:3: server.data-directory: `~/data` begins with `~`, which only a shell expands; write the "
                            + "whole path");
        }
    }

    @Nested
    @DisplayName("Refusals by the owners of the types")
    class Refusals {
        @Test
        @DisplayName("a factory's refusal stands at the value")
        void factory() {
            expect(
                    "server:\n  signature-algorithm:\n    md5\n",
                    "lab.yaml:3: server.signature-algorithm: there is no algorithm `md5`; choose rsa-2048 or ec-p256");
        }

        @Test
        @DisplayName("a record's refusal stands at its key")
        void record() {
            expect(
                    "names: []\ncrl:\n  interval: 30 days\n",
                    "lab.yaml:2: crl: the interval must be shorter than the lifetime, PT168H");
        }

        @Test
        @DisplayName("a record in a list is refused where it begins")
        void recordInList() {
            record Many(List<LabSettings.Crl> lists) {}
            assertThat(Reading.mistakes(
                            "lists:\n  - lifetime: 1 h\n    interval: 1 h\n    validity: 1 y\n    grace: 1 h\n",
                            Many.class,
                            Map.of()))
                    .containsExactly("lab.yaml:2: lists[0]: the interval must be shorter than the lifetime, PT1H");
        }

        @Test
        @DisplayName("a refusal without words names the type")
        void silent() {
            record Holder(Silent value) {}
            assertThat(Reading.mistakes("value: x", Holder.class, Map.of()))
                    .containsExactly("lab.yaml:1: value: is refused by Silent");
        }

        record Silent(String text) {
            public static Silent parse(String text) {
                if (text.equals("x")) {
                    throw new IllegalArgumentException();
                }
                return new Silent(text);
            }
        }
    }

    @Test
    @DisplayName("All mistakes are reported at once, in the order of the file")
    void allAtOnce() {
        expect(
                """
                crl:
                  interval: soon
                  lifetime: 0 days!
                server:
                  http-port: many
                  http-port: 80
                  verbose: maybe
                nmaes: []
                """,
                "lab.yaml:2: crl.interval: `soon` is not a length of time that can be used here: write whole numbers with "
                        + "units, such as `7 days`, `12 h` or `P7D`",
                "lab.yaml:3: crl.lifetime: `0 days!` is not a length of time that can be used here: write whole numbers "
                        + "with units, such as `7 days`, `12 h` or `P7D`",
                "lab.yaml:5: server.http-port: expected a whole number, but found `many`",
                "lab.yaml:6: server.http-port: is given twice; it is already set in line 5",
                "lab.yaml:7: server.verbose: expected true or false, without quotes, but found `maybe`",
                "lab.yaml:8: nmaes: unknown key. Did you mean `names`?");
    }

    @Test
    @DisplayName("A problem carries its place in parts, for programs")
    void parts() {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> Reading.lab("server:\n  http-port:   x\n  🔑: [🔑, 1]"));
        assertThat(refused.problems())
                .containsExactly(
                        new ConfigurationProblem(
                                "lab.yaml", 2, 16, "server.http-port", "expected a whole number, but found `x`"),
                        new ConfigurationProblem(
                                "lab.yaml",
                                3,
                                3,
                                "server.🔑",
                                "unknown key. The keys here: bind-address, http-port, verbose, public-url, "
                                        + "data-directory, signature-algorithm."));
    }

    @Test
    @DisplayName("Text from the file cannot steer the terminal that shows it")
    void escapes() {
        assertThat(Reading.mistakes("\"\\e[31m\\u202ered\": 1\nserver: {http-port: \"\\n\\0\"}"))
                .containsExactly(
                        "lab.yaml:1: \\u001B[31m\\u202Ered: unknown key. The keys here: server, crl, mail, names, purposes, "
                                + "limits.",
                        "lab.yaml:2: server.http-port: expected a whole number, but found `\\u000A\\u0000`");
        assertThat(Reading.mistakes("server: {http-port: " + "x".repeat(500) + "}"))
                .containsExactly(
                        "lab.yaml:1: server.http-port: expected a whole number, but found `" + "x".repeat(80) + "…`");
    }

    @Test
    @DisplayName("Sets of text refuse what is listed twice")
    void setsOfText() {
        record Tags(Set<String> tags) {}
        assertThat(Reading.mistakes("tags: [a, b, a]", Tags.class, Map.of()))
                .containsExactly("lab.yaml:1: tags[2]: is listed twice");
    }
}
