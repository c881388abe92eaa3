package dev.chancery.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for pieces of a secret in what was sent, however they were written: octets, hexadecimal, base64 and base64url at
 * any of their three alignments, each of them percent-encoded or broken into lines as well. Eight octets are enough to be
 * found.
 */
final class LeakSearch {
    private static final int PIECE = 8;
    private final List<String> sent;

    /** @param heard one character for one octet */
    LeakSearch(String heard) {
        List<String> views = new ArrayList<>(List.of(heard, percentDecoded(heard)));
        views.addAll(views.stream().map(text -> text.replaceAll("[\\r\\n]", "")).toList());
        views.addAll(views.stream()
                .map(text -> text.replace('-', '+').replace('_', '/'))
                .toList());
        this.sent = views;
    }

    /** The first way in which a piece of the secret is found; empty when none is. */
    List<String> found(byte[] secret) {
        for (Map.Entry<String, List<String>> way : pieces(secret).entrySet()) {
            for (String piece : way.getValue()) {
                if (sent.stream().anyMatch(text -> text.contains(piece))) {
                    return List.of(way.getKey() + ": " + piece);
                }
            }
        }
        return List.of();
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
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}");
            decoded.append(escape ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
            i += escape ? 2 : 0;
        }
        return decoded.toString();
    }
}
