package dev.chancery.db;

/** Texts from {@code from}, included, to {@code to}, excluded, in the order of their characters. */
record TextRange(String from, String to) {
    /** Sorts after everything that may follow a prefix. */
    private static final char LAST = '\uffff';

    static TextRange only(String text) {
        return new TextRange(text, text + '\0');
    }

    static TextRange beginningWith(String prefix) {
        return new TextRange(prefix, prefix + LAST);
    }
}
