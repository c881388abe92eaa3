package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Steps through the entries of a CRL, without an object for each of them. What it says belongs to the entry that it stands
 * at. Reads entries of the usual form from the buffer, and any other one through a copy.
 */
public final class CrlEntryCursor {
    private final ByteBuffer input;
    private final int limit;
    private final PlainCrlEntry plain;
    private int start;
    private int end;
    private int serialStart;
    private int serialLength;
    private int previousStart;
    private int previousLength;

    /** Before the first entry. */
    CrlEntryCursor(ByteBuffer input, int from, int limit) {
        this.input = input;
        this.limit = limit;
        this.plain = new PlainCrlEntry(input);
        this.start = from;
        this.end = from;
    }

    /**
     * Goes to the next entry.
     *
     * @return false when there is none
     * @throws IllegalArgumentException when what stands there is no entry
     */
    public boolean next() {
        if (end >= limit) {
            return false;
        }
        previousStart = serialStart;
        previousLength = serialLength;
        start = end;
        long extent = DerSpan.extent(input, start, limit);
        end = (int) extent;
        int content = (int) (extent >>> Integer.SIZE);
        expect(start, Asn1.SEQUENCE, "revokedCertificate");
        long serial = DerSpan.extent(input, content, end);
        expect(content, Asn1.INTEGER, "userCertificate");
        serialStart = (int) (serial >>> Integer.SIZE);
        serialLength = (int) serial - serialStart;
        plain.at(start, content, serialStart, serialLength, end);
        return true;
    }

    private void expect(int offset, int tag, String what) {
        if ((input.get(offset) & 0xff) != tag) {
            throw new UnreadableException(String.format(
                    "%s has the tag 0x%02x where 0x%02x belongs, at octet %d",
                    what, input.get(offset) & 0xff, tag, offset));
        }
    }

    /** Whether it is of the form that no rule objects to; {@link PlainCrlEntry}. */
    boolean plain(boolean delta) {
        return plain.holds() && (delta || plain.reason() != PlainCrlEntry.REMOVE_FROM_CRL);
    }

    /** A copy that every rule can read. */
    DerCursor copied() {
        return new DerSpan(input, start, start, end).cursor();
    }

    private CrlEntry read() {
        return CrlEntry.read(copied());
    }

    /** Where tag, length and value begin in the buffer that was given. */
    public int start() {
        return start;
    }

    /** After the last octet. */
    public int end() {
        return end;
    }

    public BigInteger serial() {
        byte[] octets = new byte[serialLength];
        input.get(serialStart, octets);
        if (octets.length == 0) {
            throw new UnreadableException("userCertificate is an INTEGER without octets, at octet " + start);
        }
        return new BigInteger(octets);
    }

    int serialStart() {
        return serialStart;
    }

    public int serialLength() {
        return serialLength;
    }

    /** Eight octets of the serial from {@code index} on, the first in front; zeros stand for what is missing. */
    public long serialWord(int index) {
        return word(input, serialStart, serialLength, index);
    }

    private static long word(ByteBuffer input, int start, int length, int index) {
        if (index + Long.BYTES <= length) {
            return input.getLong(start + index);
        }
        long word = 0;
        for (int i = index; i < index + Long.BYTES; i++) {
            word = word << 8 | (i < length ? input.get(start + i) & 0xff : 0);
        }
        return word;
    }

    /** As numbers, by length and then by octets; serials are positive, and a rule says so. */
    public int compareSerial(CrlEntryCursor other) {
        return compare(input, serialStart, serialLength, other.input, other.serialStart, other.serialLength);
    }

    /** Whether its serial is above that of the entry before it, if there is one. */
    public boolean ascends() {
        return previousStart == 0
                || compare(input, previousStart, previousLength, input, serialStart, serialLength) < 0;
    }

    private static int compare(
            ByteBuffer one, int oneStart, int oneLength, ByteBuffer other, int otherStart, int otherLength) {
        int result = Integer.compare(oneLength, otherLength);
        for (int i = 0; result == 0 && i < oneLength; i += Long.BYTES) {
            result = Long.compareUnsigned(word(one, oneStart, oneLength, i), word(other, otherStart, otherLength, i));
        }
        return result;
    }

    /** Whether both stand at entries of the same octets. */
    public boolean sameOctets(CrlEntryCursor other) {
        int length = end - start;
        if (length != other.end - other.start) {
            return false;
        }
        int at = 0;
        while (at + Long.BYTES <= length) {
            if (input.getLong(start + at) != other.input.getLong(other.start + at)) {
                return false;
            }
            at += Long.BYTES;
        }
        while (at < length && input.get(start + at) == other.input.get(other.start + at)) {
            at++;
        }
        return at == length;
    }

    /** revocationDate, in seconds since 1970. */
    public long revokedAt() {
        return plain.holds()
                ? plain.revokedAt()
                : CrlContent.instant(read().revocationDate()).getEpochSecond();
    }

    /** CRLReason; empty when the entry has none, which means unspecified. */
    public OptionalInt reasonCode() {
        if (plain.holds()) {
            return plain.reason() == 0 ? OptionalInt.empty() : OptionalInt.of(plain.reason());
        }
        return read().reasonCode().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The same with 0 for unspecified. */
    public int reason() {
        return plain.holds() ? plain.reason() : read().reasonCode().orElse(0);
    }
}
