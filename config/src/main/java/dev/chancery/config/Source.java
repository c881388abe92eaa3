package dev.chancery.config;

import java.nio.charset.StandardCharsets;

/**
 * A text to parse and the name it has in messages.
 *
 * @param hasLines false for an override, whose only place is its own name
 */
record Source(String name, String text, boolean hasLines) {
    /** A file of settings is a few kilobytes; what is larger is the wrong file, or an attack on the parser. */
    static final int MAXIMUM_BYTES = 1 << 20;

    static final String TOO_LARGE = "is larger than 1 MiB, which no file of settings is; is it the right file?";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    Source {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
    }

    Position at(int line, int column) {
        return hasLines ? new Position(name, line, column) : new Position(name, 0, 0);
    }

    Position start() {
        return at(1, 1);
    }

    Position nowhere() {
        return new Position(name, 0, 0);
    }

    boolean isTooLarge() {
        return text.length() > MAXIMUM_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }

    /** @param index counted in code points, as the YAML parser counts */
    Position atIndex(int index) {
        int line = 1;
        int column = 1;
        int[] characters = text.codePoints().limit(Math.max(0, index)).toArray();
        for (int character : characters) {
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
        return at(line, column);
    }

    /** Only spaces stand before this place in its line. */
    boolean isFirstInLine(int line, int column) {
        return text.lines()
                .skip(line - 1L)
                .limit(1)
                .allMatch(content -> content.codePoints().limit(column - 1L).allMatch(Character::isWhitespace));
    }
}
