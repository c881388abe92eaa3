package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.ManualDefaults;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings")
class SettingsTest {
    @Test
    @DisplayName("are all in the manual, with their real defaults")
    void manual() {
        assertThat(ManualDefaults.mistakes("chancery.yaml", Shipped.manual(), Settings.class))
                .isEmpty();
    }

    @Test
    @DisplayName("that nobody changed are the defaults")
    void untouched() {
        assertThat(YamlReader.read("chancery.yaml", Shipped.manual(), Settings.class))
                .isEqualTo(Settings.defaults());
    }

    @Test
    @DisplayName("refuse a public URL that needs TLS, and CRL times that leave no overlap, each with its line")
    void refused() {
        assertThatThrownBy(() -> YamlReader.read(
                        "chancery.yaml", "server:\n  public-url: https://pki.example.com\n", Settings.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("chancery.yaml:")
                .hasMessageContaining("plain http");
        assertThatThrownBy(() -> YamlReader.read(
                        "chancery.yaml", "crl:\n  lifetime: 2 days\n  interval: 36 hours\n", Settings.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("crl")
                .hasMessageContaining("half of the lifetime");
    }
}
