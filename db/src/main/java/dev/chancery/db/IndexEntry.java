package dev.chancery.db;

/**
 * What a certificate is found by, and the record that issued it.
 *
 * @param text begins with a letter for its kind, so that one order holds them all
 */
record IndexEntry(String text, long sequence) implements Comparable<IndexEntry> {
    private static final char LABEL = 'l';

    static String serial(String serial) {
        return "s" + serial;
    }

    static String key(String requester, String key) {
        return "k" + requester + "\n" + key;
    }

    static String label(String label) {
        return LABEL + label;
    }

    /** Whether it is asked for as a whole, and by the writer: for labels, only the beginning is. */
    boolean exact() {
        return text.charAt(0) != LABEL;
    }

    @Override
    public int compareTo(IndexEntry other) {
        int byText = text.compareTo(other.text);
        return byText != 0 ? byText : Long.compare(sequence, other.sequence);
    }
}
