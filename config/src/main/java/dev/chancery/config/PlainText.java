package dev.chancery.config;

import dev.chancery.config.Node.Scalar;
import java.util.regex.Pattern;

/** Text. Unquoted text that some version of YAML reads as something else has to be quoted, so that nobody is surprised. */
final class PlainText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
            + "|[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|\\.[0-9_]+([eE][-+]?[0-9]+)?|\\.(inf|Inf|INF))"
            + "|\\.(nan|NaN|NAN)");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");

    /** What needs no quotes, whichever tool reads it. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9/]([A-Za-z0-9 ._/@+:-]*[A-Za-z0-9._/@+-])?");

    private PlainText() {}

    static String parse(Scalar scalar) {
        String text = scalar.text();
        if (scalar.plain()) {
            String mistaken = mistakenFor(text);
            if (!mistaken.isEmpty()) {
                throw new IllegalArgumentException("expected text, but " + PrintableText.quote(text)
                        + " without quotes is " + mistaken + "; if text is meant, write \"" + text + "\"");
            }
        }
        return text;
    }

    static String print(String text) {
        if (HARMLESS.matcher(text).matches()
                && !text.contains(": ")
                && !text.equalsIgnoreCase("null")
                && mistakenFor(text).isEmpty()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (Character.isISOControl(character)) {
                quoted.append(String.format("\\x%02x", character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }

    private static String mistakenFor(String text) {
        if (YesOrNo.of(text).isPresent()) {
            return "a truth value in YAML";
        }
        if (NUMBER.matcher(text).matches()) {
            return "a number in YAML";
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            return "a number to base 60 in old YAML";
        }
        return DATE.matcher(text).matches() ? "a date in YAML" : "";
    }
}
