package dev.chancery.core.editing;

import java.util.List;

/**
 * One key of a profile with its value, for a form.
 *
 * @param key the full path, {@code validity.maximum}
 * @param kind what it takes
 * @param words all that may be written; empty where there is no such list
 * @param value as it would be written in YAML; empty for what may be left out and is
 * @param shown as it stands in a field of a form: a text without quotes, a list with commas between
 * @param meaning in a sentence or two
 */
public record Setting(String key, Kind kind, List<String> words, String value, String shown, String meaning) {
    /** Of the values that a key takes. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_OR_NO,
        /** One of the words. */
        CHOICE,
        /** Any of the words, as a list. */
        CHOICES,
        /** A list of texts. */
        LIST,
        /** What only YAML can say. */
        YAML,
        /** Whether a section is there at all. */
        SECTION
    }

    public Setting {
        words = List.copyOf(words);
    }
}
