package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.nio.ByteBuffer;

/**
 * One DER element in a buffer, as its place and nothing more: a CRL may be longer than the heap. As strict as {@link
 * DerCursor}: definite minimal lengths, tag numbers up to 30, lengths within the parent.
 *
 * @param end after its last octet
 */
record DerSpan(ByteBuffer input, int start, int contentStart, int end) {
    /** The one element that fills the whole buffer. */
    static DerSpan of(ByteBuffer input) {
        DerSpan element = at(input, 0, input.limit());
        if (element.end != input.limit()) {
            throw new MalformedDerException("trailing octets after the end", element.end);
        }
        return element;
    }

    /** The element at {@code offset} that has to end before {@code limit}. */
    static DerSpan at(ByteBuffer input, int offset, int limit) {
        long extent = extent(input, offset, limit);
        return new DerSpan(input, offset, (int) (extent >>> Integer.SIZE), (int) extent);
    }

    /** Where its content begins, in the upper half, and where it ends: without an object. */
    static long extent(ByteBuffer input, int offset, int limit) {
        if (limit - offset < 2) {
            throw new MalformedDerException("truncated element", offset);
        }
        if ((input.get(offset) & 0x1f) == 0x1f) {
            throw new MalformedDerException("multi-octet tag", offset);
        }
        int first = input.get(offset + 1) & 0xff;
        int position = offset + 2;
        int length = first;
        if (first >= 0x80) {
            int count = first & 0x7f;
            if (count == 0 || count > 4 || position + count > limit) {
                throw new MalformedDerException("indefinite or impossible length", offset);
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | input.get(position++) & 0xff;
            }
            if (value < 0x80 || count > 1 && value >>> 8 * (count - 1) == 0 || value > Integer.MAX_VALUE) {
                throw new MalformedDerException("length not minimal", offset);
            }
            length = (int) value;
        }
        if (length > limit - position) {
            throw new MalformedDerException("length beyond the input", offset);
        }
        return (long) position << Integer.SIZE | position + length;
    }

    int tag() {
        return input.get(start) & 0xff;
    }

    int contentLength() {
        return end - contentStart;
    }

    int length() {
        return end - start;
    }

    /** Tag, length and value, in the buffer itself. */
    ByteBuffer encoded() {
        return input.slice(start, end - start);
    }

    /** A copy that every rule can read. */
    DerCursor cursor() {
        byte[] copy = new byte[end - start];
        input.get(start, copy);
        return DerCursor.of(Der.ofOwned(copy));
    }
}
