package dev.chancery.core.lint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

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
        for (CrlEntryCursor entry = crl.entries(); entry.next(); ) {
            ascending = ascending && entry.ascends();
            count++;
        }
        return ascending ? Optional.empty() : firstRepeated(crl, count);
    }

    private static Optional<String> firstRepeated(JudgedCrl crl, int count) {
        long[] places = new long[count];
        int next = 0;
        for (CrlEntryCursor entry = crl.entries(); entry.next(); ) {
            places[next++] = (long) hash(entry) << 32 | entry.serialStart() - 2;
        }
        Arrays.sort(places);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && places[j] >> 32 == places[i] >> 32; j++) {
                ByteBuffer one = serial(crl.octets(), (int) places[i]);
                if (one.equals(serial(crl.octets(), (int) places[j]))) {
                    byte[] serial = new byte[one.remaining() - 2];
                    one.get(2, serial);
                    return Optional.of(HexFormat.of().formatHex(serial));
                }
            }
        }
        return Optional.empty();
    }

    /** Tag, length and value; a length of more than one octet is no serial number anyway. */
    private static ByteBuffer serial(ByteBuffer input, int at) {
        return input.slice(at, Math.min(2 + Math.max(input.get(at + 1), 0), input.limit() - at));
    }

    private static int hash(CrlEntryCursor entry) {
        long hash = entry.serialLength();
        for (int i = 0; i < entry.serialLength(); i += Long.BYTES) {
            hash = (hash ^ entry.serialWord(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32);
    }
}
