package dev.chancery.publisher.ocsp;

import java.util.Arrays;

/**
 * Writes DER from its end to its beginning, where every length is known when it is needed. An answer is made in the time of
 * a signature, which a builder of objects would exceed; Bouncy Castle reads it back in the tests.
 */
final class BackwardDer {
    private byte[] octets;
    private int start;

    BackwardDer(int expected) {
        octets = new byte[expected];
        start = expected;
    }

    /** What was written so far; a mark for {@link #wrap}. */
    int length() {
        return octets.length - start;
    }

    /** In front of all that was written. */
    BackwardDer put(byte[] source) {
        return put(source, 0, source.length);
    }

    BackwardDer put(byte[] source, int offset, int count) {
        reserve(count);
        start -= count;
        System.arraycopy(source, offset, octets, start, count);
        return this;
    }

    BackwardDer put(int octet) {
        reserve(1);
        octets[--start] = (byte) octet;
        return this;
    }

    /** Makes all that was written since the mark the content of one element. */
    BackwardDer wrap(int tag, int mark) {
        int length = length() - mark;
        if (length < 0x80) {
            return put(length).put(tag);
        }
        int count = 0;
        for (int rest = length; rest > 0; rest >>>= 8) {
            put(rest);
            count++;
        }
        return put(0x80 | count).put(tag);
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(octets, start, octets.length);
    }

    private void reserve(int count) {
        if (count > start) {
            int length = length();
            byte[] larger = new byte[Math.max(octets.length * 2, length + count)];
            System.arraycopy(octets, start, larger, larger.length - length, length);
            start = larger.length - length;
            octets = larger;
        }
    }
}
