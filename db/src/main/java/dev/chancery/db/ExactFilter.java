package dev.chancery.db;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Whether a generation may hold a text, without asking the database: a Bloom filter of 16 bits for each, which says yes for
 * one in 1,700 that it does not hold, and never no for one that it does.
 */
final class ExactFilter {
    private static final int BITS_FOR_EACH = 16;
    private static final int PROBES = 8;

    private final long[] words;

    private ExactFilter(long[] words) {
        this.words = words;
    }

    /** To be filled with so many. */
    static ExactFilter forAbout(int count) {
        return new ExactFilter(new long[count * BITS_FOR_EACH / Long.SIZE + 1]);
    }

    /** Of those entries that are asked for as a whole. */
    static ExactFilter of(List<IndexEntry> entries) {
        ExactFilter filter = forAbout(
                Math.toIntExact(entries.stream().filter(IndexEntry::exact).count()));
        entries.forEach(filter::add);
        return filter;
    }

    static ExactFilter of(byte[] octets) {
        long[] words = new long[octets.length / Long.BYTES];
        ByteBuffer.wrap(octets).asLongBuffer().get(words);
        return new ExactFilter(words);
    }

    byte[] octets() {
        byte[] octets = new byte[words.length * Long.BYTES];
        ByteBuffer.wrap(octets).asLongBuffer().put(words);
        return octets;
    }

    void add(IndexEntry entry) {
        if (entry.exact()) {
            add(hash(entry.text()));
        }
    }

    private void add(long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            words[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** @param hash of the text */
    boolean mayHold(long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((words[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Two halves of one hash make as many as are needed (Kirsch and Mitzenmacher 2006). */
    private int bit(long hash, int probe) {
        long mixed = (int) hash + probe * (hash >>> 32) & 0xffffffffL;
        return (int) (mixed * ((long) words.length * Long.SIZE) >>> 32);
    }

    /** FNV-1a, then mixed so that all bits depend on all others. The rows hold what it led to, so it never changes. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        hash = (hash ^ hash >>> 29) * 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 32;
    }
}
