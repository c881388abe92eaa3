package dev.chancery.core.x509;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A certificate serial number: positive, at most 20 octets (RFC 5280 §4.1.2.2).
 *
 * <p>Written as lower-case hexadecimal without separators; colons, spaces and upper case are accepted.
 */
public record SerialNumber(BigInteger value) implements Comparable<SerialNumber> {
    private static final int GENERATED_OCTETS = 16;
    private static final int MAXIMUM_OCTETS = 20;

    public SerialNumber {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a serial number is positive, this one is " + value);
        }
        if (value.bitLength() > MAXIMUM_OCTETS * 8 - 1) {
            throw new IllegalArgumentException("a serial number has at most 20 octets (RFC 5280 §4.1.2.2)");
        }
    }

    /**
     * 16 octets with 126 random bits: the first bit is 0, so that the number is positive, the second is 1, so that
     * every serial has the same length and its DER never needs a leading zero.
     */
    public static SerialNumber random(SecureRandom random) {
        byte[] octets = new byte[GENERATED_OCTETS];
        random.nextBytes(octets);
        octets[0] = (byte) ((octets[0] & 0x3f) | 0x40);
        return new SerialNumber(new BigInteger(1, octets));
    }

    public static SerialNumber parse(String text) {
        String digits = text.strip().replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (digits.isEmpty() || digits.length() > MAXIMUM_OCTETS * 2 + 2 || !digits.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("not a serial number: expected up to 40 hexadecimal digits");
        }
        return new SerialNumber(new BigInteger(digits, 16));
    }

    /** Lower-case, an even number of digits, no separators. */
    public String hex() {
        String digits = value.toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    @Override
    public int compareTo(SerialNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
