package dev.chancery.config;

/**
 * One mistake in a file of settings or in an override.
 *
 * @param file the file as it was named to the reader, or {@code --set key} for an override
 * @param line from 1; 0 where no line can be named: an override, or a file that cannot be read at all
 * @param column from 1; 0 as for the line
 * @param key the full path of the key, {@code crl.lifetime}; empty where the text as a whole is meant
 * @param message what is wrong, with the value in it where it helps, and what to write instead
 */
public record ConfigurationProblem(String file, int line, int column, String key, String message) {

    static ConfigurationProblem at(Position position, KeyPath path, String message) {
        return new ConfigurationProblem(position.source(), position.line(), position.column(), path.text(), message);
    }

    /** {@code file:line: key: message}, on one line, with control and bidirectional characters escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!key.isEmpty() && !file.equals(Overrides.sourceName(key))) {
            text.append(": ").append(key);
        }
        return PrintableText.escape(text.append(": ").append(message).toString());
    }
}
