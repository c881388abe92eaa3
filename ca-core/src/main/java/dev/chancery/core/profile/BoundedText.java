package dev.chancery.core.profile;

import java.util.regex.Pattern;

/** A text that lets itself be looked at so often and no more: a regular expression can take years on a short text. */
final class BoundedText implements CharSequence {
    /** Two hundred looks at every character of the longest value. */
    private static final int LOOKS = 50_000;

    private final String text;
    private int looks = LOOKS;

    private BoundedText(String text) {
        this.text = text;
    }

    /** Whether the whole text matches; false as well when that could not be found out in time. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text)).matches();
        } catch (TooManyLooksException e) {
            return false;
        }
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooksException() {
            super("the pattern looks at the text too often", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new TooManyLooksException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
