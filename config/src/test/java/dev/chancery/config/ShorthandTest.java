package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record")
class ShorthandTest {
    /** One that may be written in short. */
    record Policy(String oid, Optional<String> cps) {
        Policy {
            if (!oid.matches("[0-9.]+")) {
                throw new IllegalArgumentException("oid: \"" + oid + "\" has digits and dots only");
            }
        }

        public static Policy brief(String oid) {
            return new Policy(oid, Optional.empty());
        }
    }

    record Limits(int least, int most) {
        Limits {
            if (least > most) {
                throw new IllegalArgumentException("most: is at least " + least + ", not " + most);
            }
        }
    }

    record Sample(List<Policy> policies, Limits limits) {
        Sample {
            if (policies.isEmpty() && limits.most() > 0) {
                throw new IllegalArgumentException("limits.most: is 0 without policies");
            }
        }
    }

    private static Sample read(String text) {
        return YamlReader.read("sample.yaml", text, Sample.class);
    }

    private static String mistake(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(text))
                .getMessage();
    }

    @Test
    @DisplayName("that can be made from one value may be written as that, or as a section")
    void brief() {
        assertThat(read("policies: [1.2, {oid: 1.3.1, cps: here}]\nlimits: {least: 1, most: 2}\n")
                        .policies())
                .containsExactly(Policy.brief("1.2"), new Policy("1.3.1", Optional.of("here")));
        assertThat(KeyCatalog.keys(Sample.class).stream().map(KeyDescription::path))
                .containsExactly("policies", "policies[].oid", "policies[].cps", "limits.least", "limits.most");
    }

    @Test
    @DisplayName("names the key that it means, and the reader its line")
    void meant() {
        assertThat(mistake("policies:\n  - 1.2\n  - cps: here\n    oid: gold\nlimits: {least: 1, most: 2}\n"))
                .isEqualTo("sample.yaml:4: policies[1].oid: \"gold\" has digits and dots only");
        assertThat(mistake("policies: [1.2]\nlimits:\n  least: 3\n  most: 2\n"))
                .isEqualTo("sample.yaml:4: limits.most: is at least 3, not 2");
        assertThat(mistake("policies: []\nlimits:\n  least: 1\n  most: 2\n"))
                .isEqualTo("sample.yaml:4: limits.most: is 0 without policies");
    }

    @Test
    @DisplayName("says both ways of writing it when it is written in neither")
    void neither() {
        assertThat(mistake("policies: [[1.2]]\nlimits: {least: 1, most: 2}\n"))
                .startsWith("sample.yaml:1: policies[0]: expected")
                .contains("oid, cps");
    }
}
