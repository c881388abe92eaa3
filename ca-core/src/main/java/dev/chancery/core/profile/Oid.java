package dev.chancery.core.profile;

import java.util.regex.Pattern;

/** Object identifiers as people write them: dotted, {@code 1.3.6.1.4.1.99999.1} (X.660 §6). */
final class Oid {
    /** The second arc is below 40 unless the first is 2; an arc of more than 18 digits is read by few. */
    private static final Pattern DOTTED =
            Pattern.compile("(?:[01]\\.(?:[0-9]|[1-3][0-9])|2\\.(?:0|[1-9][0-9]{0,17}))(?:\\.(?:0|[1-9][0-9]{0,17}))*");

    private static final int LONGEST = 128;

    private Oid() {}

    static boolean valid(String text) {
        return text.length() <= LONGEST && DOTTED.matcher(text).matches();
    }

    /** @throws IllegalArgumentException that begins with the key */
    static void check(String key, String text) {
        if (!valid(text)) {
            throw new IllegalArgumentException(
                    key + ": " + Quoted.of(text) + " is no dotted object identifier, such as 1.3.6.1.4.1.99999.1.1");
        }
    }

    /** Whether it is that arc, or below it. */
    static boolean within(String oid, String arc) {
        return oid.equals(arc) || oid.startsWith(arc + ".");
    }
}
