package dev.chancery.core.lint;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether a label that claims to be internationalised is: its Punycode decodes (RFC 3492 §6.2) to normalised letters,
 * marks and digits outside ASCII (RFC 5892 §2, by general category).
 *
 * <p>Written out because {@link java.net.IDN} knows IDNA 2003 only and would refuse good labels of today.
 */
final class ALabel {
    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int T_MINIMUM = 1;
    private static final int T_MAXIMUM = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_CODE_POINT = 0x80;

    private ALabel() {}

    static boolean valid(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(PREFIX)) {
            return false;
        }
        int[] decoded = decode(lower.substring(PREFIX.length()));
        String text = new String(decoded, 0, decoded.length);
        return decoded.length > 0
                && text.codePoints().anyMatch(c -> c >= INITIAL_CODE_POINT)
                && text.codePoints().allMatch(ALabel::allowed)
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static boolean allowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            // The joiners and the middle dots of RFC 5892 appendix A.
            default ->
                codePoint == '-'
                        || codePoint == 0x200c
                        || codePoint == 0x200d
                        || codePoint == 0xb7
                        || codePoint == 0x375
                        || codePoint == 0x30fb
                        || codePoint == 0x5f3
                        || codePoint == 0x5f4;
        };
    }

    /** The code points, or none when the digits do not end where they should. */
    static int[] decode(String encoded) {
        int basic = Math.max(encoded.lastIndexOf('-'), 0);
        int[] points = encoded.substring(0, basic).codePoints().toArray();
        int codePoint = INITIAL_CODE_POINT;
        int bias = INITIAL_BIAS;
        int index = 0;
        int position = basic > 0 ? basic + 1 : 0;
        while (position < encoded.length()) {
            Delta delta = delta(encoded, position, bias);
            int length = points.length + 1;
            long value = index + delta.value();
            long next = codePoint + value / length;
            if (delta.value() < 0 || next > Character.MAX_CODE_POINT) {
                return new int[0];
            }
            bias = adapt((int) delta.value(), length, points.length == basic);
            position = delta.end();
            codePoint = (int) next;
            index = (int) (value % length);
            points = inserted(points, index++, codePoint);
        }
        return points;
    }

    /**
     * A generalized variable-length integer (RFC 3492 §3.3).
     *
     * @param value negative when it is cut short or too large
     */
    private record Delta(long value, int end) {}

    private static Delta delta(String encoded, int from, int bias) {
        long value = 0;
        long weight = 1;
        int k = BASE;
        for (int position = from; position < encoded.length(); k += BASE) {
            int digit = digit(encoded.charAt(position++));
            int threshold = Math.min(Math.max(k - bias, T_MINIMUM), T_MAXIMUM);
            value += digit * weight;
            if (digit < 0 || value > Integer.MAX_VALUE) {
                break;
            }
            if (digit < threshold) {
                return new Delta(value, position);
            }
            weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
        }
        return new Delta(-1, from);
    }

    private static int[] inserted(int[] points, int index, int codePoint) {
        int[] longer = new int[points.length + 1];
        System.arraycopy(points, 0, longer, 0, index);
        longer[index] = codePoint;
        System.arraycopy(points, index, longer, index + 1, points.length - index);
        return longer;
    }

    private static int adapt(int delta, int length, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - T_MINIMUM) * T_MAXIMUM / 2) {
            rest /= BASE - T_MINIMUM;
            k += BASE;
        }
        return k + (BASE - T_MINIMUM + 1) * rest / (rest + SKEW);
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
