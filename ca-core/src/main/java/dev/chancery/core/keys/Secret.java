package dev.chancery.core.keys;

import java.util.Arrays;

/** A passphrase or token that prints as {@code ***} and can be wiped. */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    public static Secret copyOf(char[] characters) {
        return new Secret(characters.clone());
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** A copy of the characters; the caller wipes it. */
    public char[] reveal() {
        return characters.clone();
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
