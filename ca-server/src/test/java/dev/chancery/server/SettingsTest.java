package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.ManualDefaults;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.publisher.target.TargetSettings;
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

    @Test
    @DisplayName("read crown names as the manual shows them, and refuse what is none, with its line")
    void crownNames() {
        String text =
                "names:\n  crown:\n    - wsus.example.com\n    - .sts.example.com\n    - \"*.deploy.example.com\"\n";
        assertThat(YamlReader.read("chancery.yaml", text, Settings.class)
                        .names()
                        .crownNames()
                        .patterns())
                .containsExactly("wsus.example.com", ".sts.example.com", "*.deploy.example.com");
        assertThatThrownBy(
                        () -> YamlReader.read("chancery.yaml", "names:\n  crown:\n    - two words\n", Settings.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("chancery.yaml:")
                .hasMessageContaining("no crown name");
    }

    @Test
    @DisplayName(
            "read publication targets as the manual shows them, and refuse one that contradicts itself, with its line")
    void targets() {
        String text = """
                publication:
                  targets:
                    - name: dmz
                      directory: /srv/www/pki
                    - name: web
                      put: https://www.example.com/pki/
                      user: publisher
                      password-file: /etc/chancery/web.password
                    - name: bucket
                      put-urls: /etc/chancery/bucket.urls
                    - name: directory-server
                      ldap: ldap://ldap.example.com/cn={ca},ou=pki,dc=example,dc=com
                      starttls: true
                      ca-file: /etc/chancery/ldap-ca.pem
                """;
        assertThat(YamlReader.read("chancery.yaml", text, Settings.class)
                        .publication()
                        .targets())
                .extracting(TargetSettings::name)
                .containsExactly("dmz", "web", "bucket", "directory-server");
        String two = """
                publication:
                  targets:
                    - name: x
                      directory: /srv
                      put: http://a.example.com/
                """;
        assertThatThrownBy(() -> YamlReader.read("chancery.yaml", two, Settings.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("chancery.yaml:3")
                .hasMessageContaining("exactly one of");
    }
}
