package dev.chancery.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for pieces of a secret in what was sent, however they were written: octets, hexadecimal, base64 and base64url at
 * any of their three alignments, each of them percent-encoded or broken into lines as well. Eight octets are enough to be
 * found.
 */
final class LeakSearch {
    private static final int PIECE = 8;
    /** Of the characters that a piece begins with, for a quick no. */
    private static final int BEGINNING = 3;

    private final Set<String> sent;

    /** @param heard one character for one octet */
    LeakSearch(String heard) {
        Set<String> views = new LinkedHashSet<>(List.of(heard));
        views.add(percentDecoded(heard));
        List.copyOf(views).forEach(text -> views.add(text.replaceAll("[\\r\\n]", "")));
        List.copyOf(views).forEach(text -> views.add(text.replace('-', '+').replace('_', '/')));
        this.sent = views;
    }

    /** A way in which a piece of the secret is found; empty when none is. */
    List<String> found(byte[] secret) {
        for (Map.Entry<String, List<String>> way : pieces(secret).entrySet()) {
            Optional<String> piece = first(way.getValue());
            if (piece.isPresent()) {
                return List.of(way.getKey() + ": " + piece.get());
            }
        }
        return List.of();
    }

    /** @param pieces all of one length */
    private Optional<String> first(List<String> pieces) {
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        int length = pieces.get(0).length();
        Set<String> wanted = new HashSet<>(pieces);
        BitSet beginnings = new BitSet();
        pieces.forEach(piece -> beginnings.set(beginning(piece, 0)));
        for (String text : sent) {
            for (int at = 0; at + length <= text.length(); at++) {
                if (beginnings.get(beginning(text, at)) && wanted.contains(text.substring(at, at + length))) {
                    return Optional.of(text.substring(at, at + length));
                }
            }
        }
        return Optional.empty();
    }

    private static int beginning(String text, int at) {
        int beginning = 0;
        for (int i = 0; i < BEGINNING; i++) {
            beginning = beginning << Byte.SIZE | text.charAt(at + i) & 0xff;
        }
        return beginning;
    }

    private static Map<String, List<String>> pieces(byte[] secret) {
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        String octets = new String(secret, StandardCharsets.ISO_8859_1);
        String hex = HexFormat.of().formatHex(secret);
        pieces.put("octets", windows(octets, PIECE));
        pieces.put("hex", windows(hex, 2 * PIECE));
        pieces.put("HEX", windows(hex.toUpperCase(Locale.ROOT), 2 * PIECE));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[secret.length + shift];
            System.arraycopy(secret, 0, shifted, shift, secret.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first letters hold bits of the filling, the last of nothing.
            pieces.put("base64 at " + shift, windows(text.substring(2, text.length() - 1), 12));
        }
        return pieces;
    }

    private static List<String> windows(String text, int length) {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i + length <= text.length(); i++) {
            windows.add(text.substring(i, i + length));
        }
        return windows;
    }

    private static String percentDecoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int octet =
                    text.charAt(i) == '%' && i + 2 < text.length() ? octet(text.charAt(i + 1), text.charAt(i + 2)) : -1;
            decoded.append(octet < 0 ? text.charAt(i) : (char) octet);
            i += octet < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    /** Of two hexadecimal digits; negative when they are none. */
    private static int octet(char high, char low) {
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0
                ? -1
                : Character.digit(high, 16) << 4 | Character.digit(low, 16);
    }
}
