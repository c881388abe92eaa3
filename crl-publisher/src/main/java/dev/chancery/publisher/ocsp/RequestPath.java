package dev.chancery.publisher.ocsp;

import java.util.Arrays;

/**
 * The base64 of a GET (RFC 6960 appendix A.1), as it is spelled in the wild: percent-encoded or not, with the other
 * alphabet of RFC 4648 §5, padded or not, and after any number of slashes, since no request begins with one.
 */
final class RequestPath {
    private RequestPath() {}

    /** The octets; none when it is not base64. */
    static byte[] decode(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        byte[] decoded = new byte[(path.length() - at) * 3 / 4 + 3];
        int length = 0;
        int bits = 0;
        int held = 0;
        int padding = 0;
        while (at < path.length()) {
            int character = path.charAt(at++);
            if (character == '%') {
                character = hex(path, at);
                at += 2;
            }
            if (character == '=') {
                padding++;
                continue;
            }
            int value = value(character);
            if (value == BREAK) {
                continue;
            }
            if (value < 0 || padding > 0) {
                return new byte[0];
            }
            bits = (bits << 6) | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                decoded[length++] = (byte) (bits >> held);
            }
        }
        // A single sextet is no octet; more than two signs of padding are none.
        return padding > 2 || held >= 6 ? new byte[0] : Arrays.copyOf(decoded, length);
    }

    private static final int BREAK = -2;

    private static int hex(String path, int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int value(int character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return switch (character) {
            // A space is what some make of a plus sign.
            case '+', '-', ' ' -> 62;
            case '/', '_' -> 63;
            case '\r', '\n' -> BREAK;
            default -> -1;
        };
    }
}
