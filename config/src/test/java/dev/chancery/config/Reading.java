package dev.chancery.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a text as the file `lab.yaml`, for its value or for its mistakes. */
final class Reading {
    private Reading() {}

    static LabSettings lab(String text) {
        return YamlReader.read("lab.yaml", text, LabSettings.class);
    }

    static List<String> mistakes(String text) {
        return mistakes(text, Map.of());
    }

    static List<String> mistakes(String text, Map<String, String> overrides) {
        return mistakes(text, LabSettings.class, overrides);
    }

    static <T extends Record> List<String> mistakes(String text, Class<T> type, Map<String, String> overrides) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> YamlReader.read("lab.yaml", text, type, overrides));
        return Objects.requireNonNull(refused, "nothing was refused")
                .getMessage()
                .lines()
                .toList();
    }
}
