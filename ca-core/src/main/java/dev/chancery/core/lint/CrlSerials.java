package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a serial that a CRL lists twice. A list in ascending order needs no memory; any other needs eight octets per
 * entry: half a hash and the place, sorted, so that equal serials come to stand side by side.
 */
final class CrlSerials {
    private CrlSerials() {}

    /** In hexadecimal. */
    static Optional<String> firstRepeated(JudgedCrl crl) {
        int count = 0;
        boolean ascending = true;
        @Nullable DerCursor previous = null;
        for (DerCursor entry : crl.encodedEntries()) {
            DerCursor serial = serial(entry);
            ascending = ascending && (previous == null || compare(previous, serial) < 0);
            previous = serial;
            count++;
        }
        return ascending ? Optional.empty() : firstRepeated(crl, count);
    }

    private static Optional<String> firstRepeated(JudgedCrl crl, int count) {
        long[] places = new long[count];
        int next = 0;
        for (DerCursor entry : crl.encodedEntries()) {
            DerCursor serial = serial(entry);
            places[next++] = (long) Arrays.hashCode(serial.content()) << 32 | serial.offset();
        }
        Arrays.sort(places);
        byte[] input = crl.der().unsafeOctets();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && places[j] >> 32 == places[i] >> 32; j++) {
                if (same(input, (int) places[i], (int) places[j])) {
                    int start = (int) places[i] + 2;
                    return Optional.of(HexFormat.of().formatHex(input, start, start + input[start - 1]));
                }
            }
        }
        return Optional.empty();
    }

    /** Tag, length and value at both places; a length of more than one octet is no serial number anyway. */
    private static boolean same(byte[] input, int one, int other) {
        int length = 2 + Math.max(input[one + 1], 0);
        return Arrays.equals(input, one, one + length, input, other, Math.min(other + length, input.length));
    }

    private static DerCursor serial(DerCursor entry) {
        return Asn1.expect(entry.each().iterator().next(), Asn1.INTEGER, "userCertificate");
    }

    /** As numbers, by length and then by octets; serials are positive, and another rule says so. */
    private static int compare(DerCursor one, DerCursor other) {
        int length = Integer.compare(one.contentLength(), other.contentLength());
        for (int i = 0; length == 0 && i < one.contentLength(); i++) {
            length = Integer.compare(one.octet(i), other.octet(i));
        }
        return length;
    }
}
