package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A value that is changed in a YAML text")
class YamlTextTest {
    private static final String TEXT = """
            # What it is.
            name: web   # its file's name
            title: "A \\"title\\""

            names:
              # kinds
              kinds: [dns, ip]
              minimum: 1
              #counts: {dns: {minimum: 1}}

            key:
              rsa: {minimum: 2048, maximum: 8192}
              curves:
                - P-256
                # not everywhere
                - P-384

            # The last day.
            validity:
              #not-beyond: 2030-12-31
            people: {users: [rita], groups: []}
            """;

    @Test
    @DisplayName("leaves comments, order and blank lines as they are")
    void single() {
        assertThat(YamlText.with(TEXT, "name", "mail")).isEqualTo(TEXT.replace("name: web ", "name: mail "));
        assertThat(YamlText.with(TEXT, "names.minimum", "3")).isEqualTo(TEXT.replace("minimum: 1\n", "minimum: 3\n"));
        assertThat(YamlText.with(TEXT, "title", "\"#1\"")).isEqualTo(TEXT.replace("\"A \\\"title\\\"\"", "\"#1\""));
    }

    @Test
    @DisplayName("may be a list, on one line or on several")
    void lists() {
        assertThat(YamlText.with(TEXT, "names.kinds", "[dns]")).isEqualTo(TEXT.replace("[dns, ip]", "[dns]"));
        assertThat(YamlText.with(TEXT, "key.curves", "[P-521]"))
                .contains("  curves: [P-521]\n\n# The last day.")
                .doesNotContain("P-256");
    }

    @Test
    @DisplayName("may stand between braces")
    void flow() {
        assertThat(YamlText.with(TEXT, "key.rsa.maximum", "4096")).isEqualTo(TEXT.replace("8192", "4096"));
        assertThatThrownBy(() -> YamlText.with(TEXT, "people.groups", "[ops]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("people.groups")
                .hasMessageContaining("change it in the YAML");
        assertThatThrownBy(() -> YamlText.with(TEXT, "people.roles", "[ops]")).hasMessageContaining("between braces");
    }

    @Test
    @DisplayName("comes where its explanation stands, when it is new")
    void explained() {
        assertThat(YamlText.with(TEXT, "validity.not-beyond", "2031-01-01"))
                .contains("validity:\n  not-beyond: 2031-01-01\n");
        assertThat(YamlText.with("a: 1\n#b: 2\nc: 3\n", "b", "4")).isEqualTo("a: 1\n#b: 2\nb: 4\nc: 3\n");
    }

    @ParameterizedTest
    @CsvSource({"names.maximum,9", "other,x", "a.b.c,true", "names.counts.dns.minimum,2"})
    @DisplayName("is found again wherever it was put, and nothing else has changed")
    void added(String key, String value) {
        String changed = YamlText.with(TEXT, key, value);
        assertThat(YamlText.with(changed, key, "")).isNotEqualTo(changed);
        assertThat(changed.lines()).containsAll(TEXT.lines().toList());
    }

    @Test
    @DisplayName("goes when it is empty")
    void removed() {
        assertThat(YamlText.with(TEXT, "names.minimum", "")).isEqualTo(TEXT.replace("  minimum: 1\n", ""));
        assertThat(YamlText.with(TEXT, "nothing", "")).isEqualTo(TEXT);
    }

    @Test
    @DisplayName("is refused when it is no YAML, or the text is none")
    void refused() {
        assertThatThrownBy(() -> YamlText.with(TEXT, "name", "[a")).hasMessageContaining("name");
        assertThatThrownBy(() -> YamlText.with("a: [b\n", "a", "1")).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> YamlText.with(TEXT, "name", "x\nevil: y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlText.with(TEXT, "title.x", "1")).hasMessageContaining("title is no section");
    }

    @Test
    @DisplayName("loses its quotes for a form, and gets them again")
    void quotes() {
        assertThat(YamlText.plain("\"a \\\"b\\\"\"")).isEqualTo("a \"b\"");
        assertThat(YamlText.plain("a")).isEqualTo("a");
        assertThat(YamlText.scalar("yes")).isEqualTo("\"yes\"");
        assertThat(YamlText.list(java.util.List.of("a", "b: c"))).isEqualTo("[a, \"b: c\"]");
    }
}
