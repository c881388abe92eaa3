package dev.chancery.core.profile;

/** A value from outside as it is shown in a message: quoted, of bounded length, nothing hidden in it. */
final class Quoted {
    private static final int MAXIMUM = 80;

    private Quoted() {}

    static String of(String text) {
        return "\"" + plain(text, MAXIMUM) + "\"";
    }

    /** Without the quotes, of any length up to {@code maximum}. */
    static String plain(String text, int maximum) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(maximum).forEach(character -> append(shown, character));
        return shown.append(text.codePointCount(0, text.length()) > maximum ? "…" : "")
                .toString();
    }

    private static void append(StringBuilder shown, int character) {
        int type = Character.getType(character);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (hidden) {
            shown.append(String.format("\\u%04x", character));
        } else {
            shown.appendCodePoint(character);
        }
    }
}
