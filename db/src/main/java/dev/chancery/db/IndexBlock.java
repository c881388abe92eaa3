package dev.chancery.db;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Sorted entries as octets, each without the beginning that it shares with the one before. For each entry, as numbers of
 * seven bits an octet, lowest first, with the high bit where more follows: how many characters it shares, how many of its
 * own follow, those, and its sequence less that of the generation's start.
 */
final class IndexBlock {
    static final int ENTRIES = 128;

    private final byte[] octets;
    private int at;
    private char[] text = new char[64];
    private int length;

    private IndexBlock(byte[] octets) {
        this.octets = octets;
    }

    static byte[] of(List<IndexEntry> entries, long start) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(entries.size() * 32);
        String before = "";
        for (IndexEntry entry : entries) {
            String now = entry.text();
            int shared = shared(before, now);
            put(octets, shared);
            put(octets, now.length() - shared);
            for (int i = shared; i < now.length(); i++) {
                put(octets, now.charAt(i));
            }
            put(octets, Math.toIntExact(entry.sequence() - start));
            before = now;
        }
        return octets.toByteArray();
    }

    private static int shared(String left, String right) {
        int most = Math.min(left.length(), right.length());
        int count = 0;
        while (count < most && left.charAt(count) == right.charAt(count)) {
            count++;
        }
        return count;
    }

    private static void put(ByteArrayOutputStream octets, int number) {
        int rest = number;
        while (rest > 0x7f) {
            octets.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        octets.write(rest);
    }

    /**
     * @param taker gets the sequence of each entry within the range, and says whether it wants more
     * @return whether a later block may hold more that is wanted
     */
    static boolean scan(byte[] octets, long start, TextRange range, LongPredicate taker) {
        IndexBlock block = new IndexBlock(octets);
        while (block.at < octets.length) {
            long sequence = start + block.next();
            if (block.compare(range.to()) >= 0) {
                return false;
            }
            if (block.compare(range.from()) >= 0 && !taker.test(sequence)) {
                return false;
            }
        }
        return true;
    }

    /** Reads an entry's text, and returns its number. */
    private int next() {
        int shared = number();
        length = shared + number();
        if (length > text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        for (int i = shared; i < length; i++) {
            text[i] = (char) number();
        }
        return number();
    }

    private int number() {
        int value = 0;
        int shift = 0;
        byte octet = octets[at++];
        while (octet < 0) {
            value |= (octet & 0x7f) << shift;
            shift += 7;
            octet = octets[at++];
        }
        return value | octet << shift;
    }

    /** As {@link String#compareTo}. */
    private int compare(String other) {
        int most = Math.min(length, other.length());
        for (int i = 0; i < most; i++) {
            int difference = text[i] - other.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length - other.length();
    }
}
