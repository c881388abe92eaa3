package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.config.Shipped;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.editing.Setting;
import dev.chancery.core.profile.CertificateProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The form of a profile")
class YamlProfilesTest {
    private final YamlProfiles language = new YamlProfiles();

    static Stream<String> shipped() {
        return Shipped.profiles().keySet().stream();
    }

    private CertificateProfile read(String text) {
        return language.read("profile", text).fold(profile -> profile, mistakes -> {
            throw new AssertionError(mistakes);
        });
    }

    private Map<String, String> values(String text) {
        return language.settings(read(text)).stream().collect(Collectors.toMap(Setting::key, Setting::value));
    }

    @Test
    @DisplayName("has every key with its meaning, and the words that it takes")
    void complete() {
        List<Setting> settings = language.settings(read(Shipped.profiles().get("tls-server.yaml")));
        assertThat(settings)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.key()).isNotBlank());
        Map<String, Setting> byKey = settings.stream().collect(Collectors.toMap(Setting::key, key -> key));
        assertThat(byKey.get("approval").words()).containsExactly("none", "officer");
        assertThat(byKey.get("names.kinds").kind()).isEqualTo(Setting.Kind.CHOICES);
        assertThat(byKey.get("names.kinds").shown()).isEqualTo("dns, ip");
        assertThat(byKey.get("key.rsa.minimum").kind()).isEqualTo(Setting.Kind.NUMBER);
        assertThat(byKey.get("names.wildcards").kind()).isEqualTo(Setting.Kind.YES_OR_NO);
        assertThat(byKey.get("ca").kind()).isEqualTo(Setting.Kind.SECTION);
        assertThat(byKey.get("extensions").kind()).isEqualTo(Setting.Kind.YAML);
        assertThat(byKey.get("validity.maximum").shown()).isEqualTo("P2Y");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("writes each of its values into every shipped file, and nothing else changes")
    void everyKey(String file) {
        String text = Shipped.profiles().get(file);
        for (Setting setting : language.settings(read(text))) {
            boolean simple = setting.kind() != Setting.Kind.YAML && setting.kind() != Setting.Kind.SECTION;
            if (simple && !setting.shown().isEmpty()) {
                String written = language.with(text, Map.of(setting.key(), setting.shown()));
                assertThat(values(written)).as(setting.key()).isEqualTo(values(text));
            }
        }
    }

    @Test
    @DisplayName("changes what it was told to, and keeps the comments")
    void changes() {
        String text = Shipped.profiles().get("tls-server.yaml");
        String changed = language.with(
                text,
                Map.of(
                        "validity.maximum", "397 days",
                        "title", "Web: \"front\" doors",
                        "usable-by", "officer",
                        "names.wildcards", "false",
                        "requesters.users", "rita, rob"));
        CertificateProfile profile = read(changed);
        assertThat(profile.validity().maximum().words()).isEqualTo("397 days");
        assertThat(profile.title()).isEqualTo("Web: \"front\" doors");
        assertThat(profile.usableBy()).containsExactly("officer");
        assertThat(profile.names().wildcards()).isFalse();
        assertThat(profile.requesters().allows("rob", Set.of())).isTrue();
        assertThat(changed.lines().filter(line -> line.strip().startsWith("#")))
                .containsExactlyElementsOf(text.lines()
                        .filter(line -> line.strip().startsWith("#"))
                        .toList());
        assertThatThrownBy(() -> language.with(text, Map.of("colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> language.with(text, Map.of("extensions", "[]")))
                .hasMessageContaining("only be changed in the YAML");
    }

    @Test
    @DisplayName("gives mistakes back with line, key and what may be written")
    void mistakes() {
        String text = Shipped.profiles().get("tls-server.yaml").replace("approval: none", "approval: nobody");
        assertThat(language.read("profiles/tls-server.yaml", text))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.mistakes().get(0).words())
                                .startsWith("profiles/tls-server.yaml:")
                                .contains("approval: ", "nobody", "none", "officer"));
    }
}
