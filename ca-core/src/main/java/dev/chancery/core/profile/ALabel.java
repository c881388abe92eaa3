package dev.chancery.core.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Labels of internationalised names as they stand in certificates: {@code xn--} and Punycode (RFC 5890 §2.3.2.1). */
final class ALabel {
    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int FIRST_NON_ASCII = 0x80;

    private static final long MALFORMED = -1;

    private final String digits;
    private int position;

    private ALabel(String digits) {
        this.digits = digits;
    }

    /** Two hyphens in third place are kept for such labels; anything else that has them means nothing. */
    static boolean claimed(String label) {
        return label.startsWith("--", 2);
    }

    /** Whether it decodes to a label with a letter outside ASCII. */
    static boolean valid(String label) {
        int[] letters = letters(label);
        return letters.length > 0 && Arrays.stream(letters).allMatch(ALabel::readable);
    }

    /** Those outside ASCII for which it stands, by their numbers; none when it is no such label. */
    static int[] letters(String label) {
        if (!label.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return new int[0];
        }
        String punycode = label.substring(PREFIX.length());
        int delimiter = punycode.lastIndexOf('-');
        return new ALabel(punycode.substring(delimiter + 1)).decoded(Math.max(delimiter, 0));
    }

    /** RFC 3492 §6.2. {@code plain} is how many ASCII letters the label has beside the encoded ones. */
    private int[] decoded(int plain) {
        IntStream.Builder letters = IntStream.builder();
        long codePoint = FIRST_NON_ASCII;
        long place = 0;
        int bias = 72;
        int length = plain;
        while (position < digits.length()) {
            long delta = delta(bias);
            if (delta == MALFORMED) {
                return new int[0];
            }
            bias = adapted(delta, ++length, length == plain + 1);
            codePoint += (place + delta) / length;
            place = (place + delta) % length + 1;
            if (codePoint > Character.MAX_CODE_POINT) {
                return new int[0];
            }
            letters.add((int) codePoint);
        }
        return letters.build().toArray();
    }

    /** A number of variable length (RFC 3492 §3.3). */
    private long delta(int bias) {
        long delta = 0;
        long weight = 1;
        for (int k = BASE; position < digits.length() && delta + weight < Integer.MAX_VALUE; k += BASE) {
            int digit = Character.digit(digits.charAt(position++), BASE);
            if (digit < 0) {
                return MALFORMED;
            }
            // Character.digit counts 0-9 first; Punycode counts a-z first.
            int value = digit < 10 ? digit + 26 : digit - 10;
            delta += value * weight;
            int threshold = Math.min(Math.max(k - bias, LEAST), MOST);
            if (value < threshold) {
                return delta;
            }
            weight *= BASE - threshold;
        }
        return MALFORMED;
    }

    /** The joiners are invisible, and yet words in some scripts need them (RFC 5892 appendix A). */
    private static boolean readable(int character) {
        boolean joiner = character == 0x200c || character == 0x200d;
        return joiner || Character.isLetterOrDigit(character) || isMarkOrSymbol(Character.getType(character));
    }

    private static boolean isMarkOrSymbol(int type) {
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** RFC 3492 §6.1. */
    private static int adapted(long delta, int length, boolean first) {
        long damped = first ? delta / 700 : delta / 2;
        damped += damped / length;
        int k = 0;
        while (damped > (BASE - LEAST) * MOST / 2) {
            damped /= BASE - LEAST;
            k += BASE;
        }
        return (int) (k + (BASE - LEAST + 1) * damped / (damped + 38));
    }
}
