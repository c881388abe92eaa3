package dev.chancery.core.x509;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads DER as tag, length and value, and nothing more: the second parser, independent of the one that builds.
 *
 * <p>Strict (X.690 §10, §11): definite minimal lengths, tag numbers up to 30, lengths within the input. It never
 * recurses by itself, so depth is the caller's choice; {@link #walk} bounds it for bytes from strangers.
 */
public final class DerCursor {
    private final byte[] input;
    private final int start;
    private final int contentStart;
    private final int end;

    private DerCursor(byte[] input, int start, int contentStart, int end) {
        this.input = input;
        this.start = start;
        this.contentStart = contentStart;
        this.end = end;
    }

    /** Malformed DER, with the offset at which it was seen. */
    public static final class MalformedDerException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public MalformedDerException(String message, int offset) {
            super(message + " at octet " + offset);
        }
    }

    /** The one element that fills the whole input. */
    public static DerCursor of(byte[] input) {
        DerCursor element = at(input, 0, input.length);
        if (element.end != input.length) {
            throw new MalformedDerException("trailing octets after the end", element.end);
        }
        return element;
    }

    public static DerCursor of(Der der) {
        return of(der.unsafeOctets());
    }

    /** Checks the whole tree: depth and number of elements bounded, every length within its parent. */
    public static void walk(byte[] input, int maximumDepth, int maximumElements) {
        int[] budget = {maximumElements};
        walk(of(input), maximumDepth, budget);
    }

    private static void walk(DerCursor element, int depth, int[] budget) {
        if (--budget[0] < 0) {
            throw new MalformedDerException("too many elements", element.start);
        }
        if (element.constructed()) {
            if (depth == 0) {
                throw new MalformedDerException("nested too deeply", element.start);
            }
            int offset = element.contentStart;
            while (offset < element.end) {
                DerCursor child = at(element.input, offset, element.end);
                walk(child, depth - 1, budget);
                offset = child.end;
            }
        }
    }

    private static DerCursor at(byte[] input, int offset, int limit) {
        if (limit - offset < 2) {
            throw new MalformedDerException("truncated element", offset);
        }
        if ((input[offset] & 0x1f) == 0x1f) {
            throw new MalformedDerException("multi-octet tag", offset);
        }
        int first = input[offset + 1] & 0xff;
        int position = offset + 2;
        int length = first;
        if (first >= 0x80) {
            int count = first & 0x7f;
            if (count == 0 || count > 4 || position + count > limit) {
                throw new MalformedDerException("indefinite or impossible length", offset);
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = (value << 8) | (input[position++] & 0xff);
            }
            if (value < 0x80 || (count > 1 && (value >>> (8 * (count - 1))) == 0) || value > Integer.MAX_VALUE) {
                throw new MalformedDerException("length not minimal", offset);
            }
            length = (int) value;
        }
        if (length > limit - position) {
            throw new MalformedDerException("length beyond the input", offset);
        }
        return new DerCursor(input, offset, position, position + length);
    }

    /** The identifier octet: class, constructed bit and number. */
    public int tag() {
        return input[start] & 0xff;
    }

    public boolean constructed() {
        return (input[start] & 0x20) != 0;
    }

    public List<DerCursor> children() {
        if (!constructed()) {
            throw new MalformedDerException("a primitive element has no children", start);
        }
        List<DerCursor> children = new ArrayList<>();
        int offset = contentStart;
        while (offset < end) {
            DerCursor child = at(input, offset, end);
            children.add(child);
            offset = child.end;
        }
        return children;
    }

    /** The children one by one, for lists too long to hold as objects: the entries of a CRL. */
    public Iterable<DerCursor> each() {
        if (!constructed()) {
            throw new MalformedDerException("a primitive element has no children", start);
        }
        return () -> new Iterator<>() {
            private int offset = contentStart;

            @Override
            public boolean hasNext() {
                return offset < end;
            }

            @Override
            public DerCursor next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no element after octet " + end);
                }
                DerCursor child = at(input, offset, end);
                offset = child.end;
                return child;
            }
        };
    }

    /** The elements inside a primitive wrapper, such as the value of an OCTET STRING. */
    public DerCursor wrapped() {
        DerCursor inner = at(input, contentStart, end);
        if (inner.end != end) {
            throw new MalformedDerException("trailing octets after the end", inner.end);
        }
        return inner;
    }

    /** One octet of the content, 0 to 255, without copying the rest. */
    public int octet(int index) {
        if (index < 0 || index >= contentLength()) {
            throw new MalformedDerException("content ends before octet " + index + " of it", start);
        }
        return input[contentStart + index] & 0xff;
    }

    public byte[] content() {
        return Arrays.copyOfRange(input, contentStart, end);
    }

    /** Tag, length and value. */
    public Der encoded() {
        return Der.ofOwned(Arrays.copyOfRange(input, start, end));
    }

    public int offset() {
        return start;
    }

    /** Of tag, length and value together. */
    public int encodedLength() {
        return end - start;
    }

    public int contentLength() {
        return end - contentStart;
    }
}
