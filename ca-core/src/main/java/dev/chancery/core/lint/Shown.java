package dev.chancery.core.lint;

/** Text out of a certificate, made safe to show: quoted, cut, and with whatever is invisible written out. */
final class Shown {
    private static final int LIMIT = 120;

    private Shown() {}

    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LIMIT).forEach(c -> {
            if (Characters.hidden(Character.toString(c)) || c == '"' || c == '\\' || Character.getType(c) == 0) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(text.codePointCount(0, text.length()) > LIMIT ? "…\"" : "\"")
                .toString();
    }
}
