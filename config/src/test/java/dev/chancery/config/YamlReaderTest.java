package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.chancery.config.LabSettings.Algorithm;
import dev.chancery.config.LabSettings.Limit;
import dev.chancery.config.LabSettings.Purpose;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A YAML text becomes a record")
class YamlReaderTest {

    @Test
    @DisplayName("with a value of every kind")
    void everyKind() {
        LabSettings settings = Reading.lab("""
                # The lab.
                server:
                  bind-address: 10.0.0.1
                  http-port: 80
                  verbose: false
                  public-url: http://pki.example.com/base
                  data-directory: /var/lib/chancery
                  signature-algorithm: ec-p256
                crl:
                  lifetime: 14 days
                  interval: PT12H
                  validity: 397 days
                  grace: 1 year
                mail:
                  host: "no"
                  bytes: 5000000000
                  to: [a@example.com, 'b@example.com']
                names:
                  - one
                  - two words
                purposes: [server-auth, clientAuth, OCSP_SIGNING]
                limits:
                  free.form key: {count: 1, tags: [x]}
                  other: {count: -2}
                """);
        assertThat(settings)
                .isEqualTo(new LabSettings(
                        new LabSettings.Server(
                                "10.0.0.1",
                                80,
                                false,
                                Optional.of(URI.create("http://pki.example.com/base")),
                                Path.of("/var/lib/chancery"),
                                new Algorithm("ec-p256")),
                        new LabSettings.Crl(
                                Duration.ofDays(14), Duration.ofHours(12), Period.ofDays(397), Period.ofYears(1)),
                        Optional.of(new LabSettings.Mail(
                                "no", 5_000_000_000L, Optional.empty(), List.of("a@example.com", "b@example.com"))),
                        List.of("one", "two words"),
                        Set.of(Purpose.SERVER_AUTH, Purpose.CLIENT_AUTH, Purpose.OCSP_SIGNING),
                        Map.of("free.form key", new Limit(1, Set.of("x")), "other", new Limit(-2, Set.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "# only prose\n", "---\n", "\uFEFF# a byte order mark\n", "server:\ncrl:\n", "~", "{}"
            })
    @DisplayName("with the defaults alone where nothing is set")
    void nothingSet(String text) {
        assertThat(Reading.lab(text)).isEqualTo(LabSettings.defaults());
    }

    @Test
    @DisplayName("with the defaults of the neighbours of a key that is set")
    void mergesKeyByKey() {
        LabSettings settings = Reading.lab("crl:\n  interval: 2 days\n");
        assertThat(settings.crl().interval()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.crl().lifetime()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.server()).isEqualTo(LabSettings.defaults().server());
    }

    @Test
    @DisplayName("in which a list replaces the default list")
    void listsReplace() {
        assertThat(Reading.lab("names: [only]").names()).containsExactly("only");
        assertThat(Reading.lab("names: []").names()).isEmpty();
    }

    @Test
    @DisplayName("in which sets and maps keep the order of the file and cannot be changed")
    void orderAndCopies() {
        LabSettings settings =
                Reading.lab("purposes: [ocsp-signing, server-auth]\nlimits: {z: {count: 1}, a: {count: 2}}");
        assertThat(settings.purposes()).containsExactly(Purpose.OCSP_SIGNING, Purpose.SERVER_AUTH);
        assertThat(settings.limits().keySet()).containsExactly("z", "a");
        assertThat(settings.purposes()).isUnmodifiable();
        assertThat(settings.limits()).isUnmodifiable();
    }

    @Test
    @DisplayName("in which an optional key without a value is absent, whatever its default")
    void emptyOptional() {
        assertThat(YamlReader.read("a", "name:", Named.class))
                .isEqualTo(new Named(Optional.empty(), Optional.of("kept")));
    }

    @Test
    @DisplayName("whose inner records bring defaults of their own, unless an outer one has better")
    void innerDefaults() {
        record Plain(Inner inner, List<Inner> more) {}
        assertThat(YamlReader.read("a", "more: [{size: 7}]", Plain.class))
                .isEqualTo(new Plain(new Inner(1, 2), List.of(new Inner(7, 2))));
        assertThat(YamlReader.read("a", "inner: {size: 7}", Outer.class)).isEqualTo(new Outer(new Inner(7, 20)));
    }

    @Test
    @DisplayName("whose types may bring parse instead of of")
    void parseFactories() {
        record Nightly(LocalTime at, TemporalAmount within) {}
        assertThat(YamlReader.read("a", "at: 02:30\nwithin: 90 min", Nightly.class))
                .isEqualTo(new Nightly(LocalTime.of(2, 30), Duration.ofMinutes(90)));
    }

    @Test
    @DisplayName("from texts in all of YAML's quotations")
    void quotations() {
        record Words(String single, String twice, String block, String folded, String words) {}
        Words words = YamlReader.read("a", """
                single: 'it''s'
                twice: "a\\tb"
                block: |
                  yes
                folded: >-
                  on
                  1
                words: plain words # and a comment
                """, Words.class);
        assertThat(words).isEqualTo(new Words("it's", "a\tb", "yes\n", "on 1", "plain words"));
    }

    @Nested
    @DisplayName("from a file")
    class FromFile {
        @TempDir
        Path folder;

        @Test
        @DisplayName("in UTF-8")
        void utf8() throws Exception {
            Path file = Files.writeString(folder.resolve("lab.yaml"), "names: [Zürich, 東京]");
            assertThat(YamlReader.read(file, LabSettings.class).names()).containsExactly("Zürich", "東京");
        }

        @Test
        @DisplayName("which must exist, be UTF-8 and be small")
        void unreadable() throws Exception {
            Path absent = folder.resolve("absent.yaml");
            Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
            Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
            assertThat(mistake(absent)).isEqualTo(absent + ": there is no such file");
            assertThat(mistake(latin)).isEqualTo(latin + ": is not UTF-8 text; save it with that encoding");
            assertThat(mistake(large))
                    .isEqualTo(large + ": is larger than 1 MiB, which no file of settings is; is it the right file?");
            assertThat(mistake(folder)).startsWith(folder + ": cannot be read: ");
        }

        private String mistake(Path file) {
            return String.valueOf(
                    catchThrowableOfType(ConfigurationException.class, () -> YamlReader.read(file, LabSettings.class))
                            .getMessage());
        }
    }

    @Test
    @DisplayName("but a record that YAML cannot be mapped to is its author's fault")
    void unmappable() {
        record Strange(Optional<StringBuilder> builder) {}
        record Endless(List<Endless> more) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlReader.read("a", "", Strange.class))
                .withMessageEndingWith(
                        "Strange.builder has the type java.lang.StringBuilder, which YAML cannot be mapped to; "
                                + "give it a public static of(String)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlReader.read("a", "", Endless.class))
                .withMessageEndingWith("Endless contains itself, so its keys have no end");
    }

    @Test
    @DisplayName("and a fault inside a record's constructor is not taken for the user's mistake")
    void faults() {
        assertThat(catchThrowable(() -> YamlReader.read("a", "x: 1", Broken.class)))
                .isExactlyInstanceOf(UnsupportedOperationException.class);
    }

    record Broken(int x) {
        Broken {
            throw new UnsupportedOperationException("a fault");
        }
    }

    record Named(Optional<String> name, Optional<String> other) {
        public static Named defaults() {
            return new Named(Optional.of("default"), Optional.of("kept"));
        }
    }

    record Inner(int size, int count) {
        public static Inner defaults() {
            return new Inner(1, 2);
        }
    }

    record Outer(Inner inner) {
        public static Outer defaults() {
            return new Outer(new Inner(10, 20));
        }
    }
}
