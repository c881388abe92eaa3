package dev.chancery.web.http;

/** Text from strangers on its way into a log or a message: nothing in it may break or reorder the line. */
public final class LogText {
    private static final int MAXIMUM = 500;

    private LogText() {}

    /** Control, formatting and bidirectional characters as their code, a backslash and four digits; long text is cut. */
    public static String escape(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MAXIMUM).forEach(c -> {
            if (unprintable(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > MAXIMUM ? shown + "…" : shown.toString();
    }

    private static boolean unprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
