package dev.chancery.config;

/**
 * Text from a file, made safe to print: a terminal must not obey it and a reader must not be misled by it
 * (control characters, and characters that reorder what follows).
 */
final class PrintableText {
    private static final int LONGEST = 80;

    private PrintableText() {}

    static String escape(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isHarmless(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append(String.format("\\u%04X", character));
            }
        });
        return printable.toString();
    }

    /** The text between back-quotes, shortened where it is long. */
    static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return "`" + text + "`";
        }
        return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…`";
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
