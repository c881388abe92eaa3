package dev.chancery.db;

/**
 * What a certificate is found by, and the record that issued it.
 *
 * @param text begins with a letter for its kind, so that one order holds them all
 */
record IndexEntry(String text, long sequence) implements Comparable<IndexEntry> {
    private static final char LABEL = 'l';
    private static final char PROFILE = 'p';
    private static final char ISSUER = 'i';

    static String serial(String serial) {
        return "s" + serial;
    }

    static String key(String requester, String key) {
        return "k" + requester + "\n" + key;
    }

    static String label(String label) {
        return LABEL + label;
    }

    static String profile(String profile) {
        return PROFILE + profile;
    }

    static String issuer(String issuer) {
        return ISSUER + issuer;
    }

    /** Whether the writer asks for it: it does for serials and keys, and readers for all the others. */
    boolean exact() {
        char kind = text.charAt(0);
        return kind != LABEL && kind != PROFILE && kind != ISSUER;
    }

    @Override
    public int compareTo(IndexEntry other) {
        int byText = text.compareTo(other.text);
        return byText != 0 ? byText : Long.compare(sequence, other.sequence);
    }
}
