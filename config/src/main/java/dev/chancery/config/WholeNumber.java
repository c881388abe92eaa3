package dev.chancery.config;

import dev.chancery.config.Node.Scalar;
import java.util.regex.Pattern;

/** Decimal digits and nothing else: the other notations of YAML mean different numbers in its different versions. */
final class WholeNumber {
    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9]+");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]+([_,' ][0-9]+)+");

    private WholeNumber() {}

    static long parse(Scalar scalar, long least, long most) {
        String text = scalar.text();
        if (!scalar.plain()) {
            throw refused(text, DECIMAL.matcher(text).matches() ? "; remove the quotes" : "");
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            throw refused(text, "; a leading 0 means octal to some readers, write the number in decimal without it");
        }
        if (GROUPED.matcher(text).matches()) {
            throw refused(text, "; write it as " + text.replaceAll("[_,' ]", ""));
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw refused(text, "");
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            // Digits only, so all that can be wrong is their number: the same answer as below.
        }
        throw refused(text, "; it must lie between " + least + " and " + most);
    }

    private static IllegalArgumentException refused(String text, String remedy) {
        return new IllegalArgumentException("expected a whole number, but found " + PrintableText.quote(text) + remedy);
    }
}
