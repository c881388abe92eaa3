package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue of keys")
class KeyCatalogTest {

    private static String line(KeyDescription key) {
        return key.path() + " = " + key.defaultValue().orElse("(required)") + " (" + key.type() + ")";
    }

    @Test
    @DisplayName("lists every key with its type and its real default")
    void everyKey() {
        assertThat(KeyCatalog.keys(LabSettings.class).stream().map(KeyCatalogTest::line))
                .containsExactly(
                        "server.bind-address = localhost (text)",
                        "server.http-port = 8080 (a whole number)",
                        "server.verbose = true (true or false)",
                        "server.public-url =  (a URL)",
                        "server.data-directory = data (a path)",
                        "server.signature-algorithm = rsa-2048 (algorithm)",
                        "crl.lifetime = 7 days (a length of time)",
                        "crl.interval = 1 day (a length of time)",
                        "crl.validity = 1 year (a length of time)",
                        "crl.grace = 12 hours (a length of time)",
                        "mail.host = (required) (text)",
                        "mail.bytes = (required) (a whole number)",
                        "mail.sender =  (text)",
                        "mail.to = [] (a list (each: text))",
                        "names = [pki, crl] (a list (each: text))",
                        "purposes = [] (a list (each: one of server-auth, client-auth, ocsp-signing))",
                        "limits = {} (a section of names of your own (each: a section))",
                        "limits.*.count = (required) (a whole number)",
                        "limits.*.tags = [] (a list (each: text))");
    }

    @Test
    @DisplayName("shows the values of an instance")
    void values() {
        LabSettings settings =
                Reading.lab("limits: {a: {count: 1, tags: ['on', x y]}}\nserver: {public-url: http://a}");
        assertThat(KeyCatalog.values(settings).stream().map(KeyCatalogTest::line))
                .contains(
                        "limits = {a: {count: 1, tags: [\"on\", x y]}} (a section of names of your own (each: a section))",
                        "server.public-url = http://a (a URL)");
    }

    @Test
    @DisplayName("prints text so that it reads back as the same text")
    void printedTextReadsBack() {
        record Words(List<String> words) {}
        Words words = new Words(List.of(
                "plain words",
                "no",
                "8080",
                "",
                "a: b",
                "#x",
                "it's",
                "\"q\"",
                "\\",
                "a\nb\u0000",
                "null",
                "~",
                "- x",
                "*a",
                " a ",
                "x #y",
                "[a]",
                "a,b",
                "22:30",
                "http://a:80/b",
                "ends:",
                "Zürich",
                "🔑",
                "\u2028",
                "a\u0085"));
        String printed = KeyCatalog.values(words).get(0).defaultValue().orElseThrow();
        assertThat(YamlReader.read("a", "words: " + printed, Words.class)).isEqualTo(words);
    }

    @Test
    @DisplayName("describes a type in the words of its name")
    void typeNames() {
        assertThat(KeyName.inWords("SignatureAlgorithm")).isEqualTo("signature algorithm");
        assertThat(KeyCatalog.keys(LabSettings.Limit.class).get(0))
                .isEqualTo(new KeyDescription("count", "a whole number", Optional.empty()));
    }
}
