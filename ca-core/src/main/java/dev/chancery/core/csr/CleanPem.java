package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A request as nearly all tools write it (RFC 7468 §3): BEGIN line, base64 in lines, END line, and nothing else. Read at
 * once here; whatever is the least unusual is left to {@link Armour}, which knows what people paste, and which reads this
 * to the same octets.
 */
final class CleanPem {
    private static final byte[] BEGIN = ascii("-----BEGIN CERTIFICATE REQUEST-----");
    private static final byte[] END = ascii("-----END CERTIFICATE REQUEST-----");
    private static final byte[] BEGIN_NEW = ascii("-----BEGIN NEW CERTIFICATE REQUEST-----");
    private static final byte[] END_NEW = ascii("-----END NEW CERTIFICATE REQUEST-----");

    private CleanPem() {}

    /** Empty when it is not as clean as that. */
    static Optional<Der> read(byte[] input) {
        return startsWith(input, 0, BEGIN)
                ? read(input, BEGIN.length, END)
                : startsWith(input, 0, BEGIN_NEW) ? read(input, BEGIN_NEW.length, END_NEW) : Optional.empty();
    }

    private static Optional<Der> read(byte[] input, int start, byte[] endLine) {
        byte[] digits = new byte[input.length];
        int count = 0;
        int position = start;
        while (position < input.length && input[position] != '-') {
            byte octet = input[position++];
            if (base64(octet)) {
                digits[count++] = octet;
            } else if (octet != '\n' && octet != '\r') {
                return Optional.empty();
            }
        }
        // Whole groups of four on whole lines: so no line break stands where another reading would see a word.
        boolean whole = count > 0 && count % 4 == 0 && wholeLines(input, start, position);
        return whole && endsWith(input, position, endLine) ? decode(digits, count) : Optional.empty();
    }

    private static Optional<Der> decode(byte[] digits, int count) {
        try {
            return Optional.of(Der.ofOwned(Base64.getDecoder().decode(Arrays.copyOf(digits, count))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // padding in the middle; the other reader says what is wrong
        }
    }

    /** Each line is of a multiple of four characters, and the text ends with a line break. */
    private static boolean wholeLines(byte[] input, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            if (base64(input[i])) {
                length++;
            } else if (length % 4 != 0) {
                return false;
            }
        }
        return input[end - 1] == '\n';
    }

    /** The END line, and nothing but line breaks after it. */
    private static boolean endsWith(byte[] input, int position, byte[] endLine) {
        if (!startsWith(input, position, endLine)) {
            return false;
        }
        for (int i = position + endLine.length; i < input.length; i++) {
            if (input[i] != '\n' && input[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] input, int position, byte[] expected) {
        int end = position + expected.length;
        return end <= input.length && Arrays.equals(input, position, end, expected, 0, expected.length);
    }

    private static boolean base64(byte octet) {
        return octet >= 'A' && octet <= 'Z'
                || octet >= 'a' && octet <= 'z'
                || octet >= '0' && octet <= '9'
                || octet == '+'
                || octet == '/'
                || octet == '=';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
