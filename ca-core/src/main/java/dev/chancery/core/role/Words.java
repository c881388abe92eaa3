package dev.chancery.core.role;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of an expression: separated by spaces, with those between brackets left out. */
final class Words {
    static final int LONGEST = 500;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final List<String> words;
    private int next;

    private Words(List<String> words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException when it is empty, too long, or a bracket is not closed */
    static Words of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is empty; write a name with placeholders, such as meet.{sipdomain}");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = c == '(' || c == '{';
            boolean closes = c == ')' || c == '}';
            if (opens && closing != 0 || closes && c != closing) {
                throw new IllegalArgumentException("\"" + text + "\" has brackets that do not belong together");
            }
            if (opens || closes) {
                closing = opens ? c == '(' ? ')' : '}' : 0;
            }
            if (!Character.isWhitespace(c)) {
                word.append(c);
            } else if (closing == 0 && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (closing != 0) {
            throw new IllegalArgumentException("\"" + text + "\" has a bracket that is not closed");
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return new Words(words);
    }

    boolean has() {
        return next < words.size();
    }

    /** Takes the next word when it is this one. */
    boolean take(String expected) {
        if (has() && words.get(next).equals(expected)) {
            next++;
            return true;
        }
        return false;
    }

    /** @param what is missing when there is none, in words */
    String take(String what, String example) {
        if (!has()) {
            throw new IllegalArgumentException("ends where " + what + " is expected, such as " + example);
        }
        return words.get(next++);
    }

    String name(String what, String example) {
        return checked(take(what, example), what);
    }

    static String checked(String word, String what) {
        if (!NAME.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no " + what + ": a-z, 0-9 and '-', beginning with a letter");
        }
        return word;
    }

    void end(String expected) {
        if (has()) {
            throw new IllegalArgumentException("\"" + words.get(next) + "\" is not expected here; " + expected);
        }
    }
}
