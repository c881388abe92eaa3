package dev.chancery.web.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The texts of the form for profiles")
class SettingTextsTest {
    private static final Path KEYS = Path.of("../config/src/main/resources/dev/chancery/config/profile-keys.txt");

    @Test
    @DisplayName("are there for every key that the form can show, in English as the schema has it")
    void everyKey() throws IOException {
        Dictionary english = Dictionary.of(Language.ENGLISH);
        Map<String, String> help = new TreeMap<>();
        for (String key : english.keys()) {
            if (key.startsWith("settings.help.")) {
                help.put(
                        key.substring("settings.help.".length()),
                        english.message(key).text());
                assertThat(english.known(key.replace(".help.", ".key.")))
                        .as(key)
                        .isPresent();
            }
        }
        assertThat(help).isEqualTo(inSchema()).hasSizeGreaterThan(50);
    }

    /** Without parts of lists and without sections, which the form leaves to the YAML. */
    private static Map<String, String> inSchema() throws IOException {
        List<String> lines = Files.readAllLines(KEYS);
        Map<String, String> found = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String key = line.substring(0, Math.max(equals, 0));
            boolean section = lines.stream().anyMatch(other -> other.startsWith(key + "."));
            if (!line.startsWith("#") && !key.isEmpty() && !key.equals("name") && !key.contains("[]") && !section) {
                found.put(camel(key), line.substring(equals + 1));
            }
        }
        return found;
    }

    private static String camel(String key) {
        return Pattern.compile("-([a-z])")
                .matcher(key)
                .replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
    }
}
