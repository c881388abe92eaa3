package dev.chancery.core.editing;

import dev.chancery.core.editing.LineDifference.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is different between two texts of a profile.
 *
 * @param keys in what they mean; empty as well when one of them cannot be read
 * @param lines in how they are written
 */
public record Comparison(List<KeyChange> keys, List<Line> lines) {
    public Comparison {
        keys = List.copyOf(keys);
        lines = List.copyOf(lines);
    }

    /**
     * A key whose value is another one.
     *
     * @param before as in YAML; empty where there was none
     * @param after as in YAML; empty where there is none
     */
    public record KeyChange(String key, String before, String after) {
        /** {@code validity.maximum: 2 years → 1 year}. */
        public String words() {
            return key + ": " + shown(before) + " → " + shown(after);
        }

        private static String shown(String value) {
            return value.isEmpty() ? "nothing" : value;
        }
    }

    public boolean same() {
        return lines.stream().allMatch(line -> line.kind() == LineDifference.Kind.KEPT);
    }

    static Comparison of(ProfileText language, String before, String after) {
        Map<String, String> old = values(language, before);
        Map<String, String> young = values(language, after);
        List<KeyChange> keys = new ArrayList<>();
        if (!old.isEmpty() && !young.isEmpty()) {
            Map<String, String> all = new LinkedHashMap<>(old);
            young.forEach(all::putIfAbsent);
            for (String key : all.keySet()) {
                String was = old.getOrDefault(key, "");
                String is = young.getOrDefault(key, "");
                if (!was.equals(is)) {
                    keys.add(new KeyChange(key, was, is));
                }
            }
        }
        return new Comparison(keys, LineDifference.of(before, after));
    }

    private static Map<String, String> values(ProfileText language, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (language.read("text", text) instanceof Reading.Sound sound) {
            language.settings(sound.profile()).forEach(setting -> values.put(setting.key(), setting.value()));
        }
        return values;
    }
}
