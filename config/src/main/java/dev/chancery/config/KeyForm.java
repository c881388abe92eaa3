package dev.chancery.config;

import java.util.List;

/**
 * One option as a field of a form.
 *
 * @param path {@code validity.maximum}
 * @param words all that may be written; empty where there is no such list
 * @param value as written in YAML; empty for what may be left out and is
 * @param shown the same for a field: a text without quotes, a list with commas between
 */
public record KeyForm(String path, Kind kind, List<String> words, String value, String shown) {
    /** Of the values that an option takes. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_OR_NO,
        /** One of the words. */
        CHOICE,
        /** Any of the words, as a list. */
        CHOICES,
        /** A list of texts. */
        LIST,
        /** What has no simple field: a list of sections, for example. */
        OTHER,
        /** A section that may be left out; its value is {@code there} or nothing. */
        SECTION
    }

    public KeyForm {
        words = List.copyOf(words);
    }
}
