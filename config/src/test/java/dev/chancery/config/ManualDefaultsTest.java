package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manual")
class ManualDefaultsTest {
    private static final String RIGHT = """
            # Prose with a key: in it.
            # key: value
            server:
              # The port.
              #port: 80
              #names: [a]
              #url:
            #level: info
            """;

    record Example(Server server, String level) {
        public static Example defaults() {
            return new Example(new Server(80, List.of("a"), Optional.empty()), "info");
        }
    }

    record Server(int port, List<String> names, Optional<String> url) {}

    private static List<String> mistakes(String manual) {
        return ManualDefaults.mistakes("manual", manual, Example.class);
    }

    @Test
    @DisplayName("sets an option when its # is removed")
    void uncomment() {
        assertThat(ManualDefaults.uncomment(RIGHT)).isEqualTo("""
                        # Prose with a key: in it.
                        # key: value
                        server:
                          # The port.
                          port: 80
                          names: [a]
                          url:
                        level: info
                        """);
    }

    @Test
    @DisplayName("is right when it lists every option with its real default")
    void right() {
        assertThat(mistakes(RIGHT)).isEmpty();
        assertThat(YamlReader.read("manual", RIGHT, Example.class)).isEqualTo(Example.defaults());
    }

    @Test
    @DisplayName("is wrong when a default is another, or an option is not listed")
    void wrong() {
        assertThat(mistakes(RIGHT.replace("80", "81").replace("#url:", "#url: http://x")))
                .containsExactly(
                        "server.port has the default `80`, but the manual says `81`",
                        "server.url has the default ``, but the manual says `http://x`");
        assertThat(mistakes(RIGHT.replace("#level: info", "")))
                .containsExactly("level is not in the manual; its default is `info`");
        assertThat(mistakes(RIGHT.replace("  #url:", "")))
                .containsExactly("server.url is not in the manual; its default is ``");
    }

    @Test
    @DisplayName("is refused when it lists an option that does not exist")
    void invented() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> mistakes(RIGHT + "#colour: red\n"))
                .withMessage("manual:9: colour: unknown key. The keys here: server, level.");
    }
}
