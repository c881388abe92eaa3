package dev.chancery.core.editing;

/**
 * Something wrong with the text of a profile.
 *
 * @param file as it is named to whoever wrote it, {@code tls-server.yaml}
 * @param line from 1; 0 where none can be named
 * @param column from 1; 0 as for the line
 * @param key the full path, {@code validity.maximum}; empty where the text as a whole is meant
 * @param message what is wrong with which value, and what may be written instead
 */
public record Mistake(String file, int line, int column, String key, String message) {
    /** Text that somebody wrote may hold anything; what a person reads of it is one line. */
    public Mistake {
        key = printable(key);
        message = printable(message);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }

    /** One about the whole file. */
    static Mistake of(String file, String message) {
        return new Mistake(file, 0, 0, "", message);
    }

    /** {@code file:line: key: message}, on one line. */
    public String words() {
        return file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : ": " + key) + ": " + message;
    }
}
