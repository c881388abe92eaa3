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
        of(input).walk(maximumDepth, maximumElements);
    }

    /** The same for this element and all that is in it. */
    public void walk(int maximumDepth, int maximumElements) {
        walk(input, start, pack(contentStart, end), maximumDepth, new int[] {maximumElements});
    }

    /** Without an object for each element: every request and every certificate goes through here. */
    private static void walk(byte[] input, int start, long extent, int depth, int[] budget) {
        if (--budget[0] < 0) {
            throw new MalformedDerException("too many elements", start);
        }
        if ((input[start] & 0x20) != 0) {
            if (depth == 0) {
                throw new MalformedDerException("nested too deeply", start);
            }
            int offset = contentStart(extent);
            int end = end(extent);
            while (offset < end) {
                long child = extent(input, offset, end);
                walk(input, offset, child, depth - 1, budget);
                offset = end(child);
            }
        }
    }

    private static DerCursor at(byte[] input, int offset, int limit) {
        long extent = extent(input, offset, limit);
        return new DerCursor(input, offset, contentStart(extent), end(extent));
    }

    private static long pack(int contentStart, int end) {
        return (long) contentStart << Integer.SIZE | end;
    }

    private static int contentStart(long extent) {
        return (int) (extent >>> Integer.SIZE);
    }

    private static int end(long extent) {
        return (int) extent;
    }

    /** Where the content of the element at {@code offset} begins, and where it ends. */
    private static long extent(byte[] input, int offset, int limit) {
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
        return pack(position, position + length);
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
        int count = 0;
        for (int next = contentStart; next < end; next = end(extent(input, next, end))) {
            count++;
        }
        List<DerCursor> children = new ArrayList<>(count);
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

    /** Whether the content consists of these octets. */
    public boolean holds(Der octets) {
        return Arrays.equals(input, contentStart, end, octets.unsafeOctets(), 0, octets.length());
    }

    /** Whether tag, length and value together are these octets. */
    public boolean is(Der der) {
        return Arrays.equals(input, start, end, der.unsafeOctets(), 0, der.length());
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
