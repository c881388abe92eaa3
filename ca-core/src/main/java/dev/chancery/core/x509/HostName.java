package dev.chancery.core.x509;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** The rules for a dNSName (RFC 5280 §4.2.1.6, RFC 9525 §6.3), each with what to write instead. */
public final class HostName {
    private HostName() {}

    /** What is wrong, with a correction where there is an obvious one. */
    public record Problem(String rule, String message, Optional<String> suggestion, Wording wording) {}

    /** Empty when {@code text} is a good host name or wildcard. */
    public static Optional<Problem> check(String text) {
        if (usual(text)) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(
                    new Problem("name-empty", "A host name is missing.", Optional.empty(), Wording.of("name-empty")));
        }
        String shown = "\"" + shorten(text) + "\"";
        if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return nonAscii(text, shown);
        }
        if (text.endsWith(".")) {
            return problem("name-trailing-dot", shown, " ends with a dot.", text.substring(0, text.length() - 1));
        }
        if (text.length() > 253) {
            return problem("name-too-long", shown, " is longer than 253 characters.", null);
        }
        if (looksLikeIpAddress(text)) {
            return problem(
                    "name-is-ip", shown, " is an IP address; give it as an IP address, not as a host name.", null);
        }
        return checkLabels(text, shown);
    }

    /**
     * Labels of letters, digits and hyphens, and a letter somewhere: what nearly all names are, told without a message in
     * the making, since every certificate that is read goes through here. Such a name is good.
     */
    public static boolean usual(String text) {
        boolean letter = false;
        int labelStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (!usualLabel(text, labelStart, i)) {
                    return false;
                }
                labelStart = i + 1;
            } else if (isLetter(c)) {
                letter = true;
            } else if (c != '-' && !isDigit(c)) {
                return false;
            }
        }
        return letter && text.length() <= 253 && usualLabel(text, labelStart, text.length());
    }

    private static boolean usualLabel(String text, int start, int end) {
        return end > start && end - start <= 63 && text.charAt(start) != '-' && text.charAt(end - 1) != '-';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Dotted decimal or anything with a colon: never a host name. */
    public static boolean looksLikeIpAddress(String text) {
        return text.contains(":") || text.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static Optional<Problem> checkLabels(String text, String shown) {
        String[] labels = text.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            if (label.equals("*") && i == 0 && labels.length > 2) {
                continue;
            }
            if (label.contains("*")) {
                return problem(
                        "name-wildcard",
                        shown,
                        " has a wildcard in the wrong place: it must be the whole first label, with at least"
                                + " two labels after it, as in *.lab.example.com.",
                        null);
            }
            if (label.isEmpty()) {
                return problem("name-empty-label", shown, " has two dots in a row or begins with a dot.", null);
            }
            if (label.contains("_")) {
                return problem(
                        "name-underscore",
                        shown,
                        ": a host name cannot contain an underscore.",
                        text.replace('_', '-'));
            }
            if (label.length() > 63) {
                return problem("name-label-too-long", shown, " has a part longer than 63 characters.", null);
            }
            if (!label.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")) {
                return problem(
                        "name-characters",
                        shown,
                        ": each part of a host name consists of letters, digits and hyphens, and begins and"
                                + " ends with a letter or digit.",
                        null);
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> nonAscii(String text, String shown) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (!ascii.equals(text) && check(ascii).isEmpty()) {
                return problem(
                        "name-not-ascii",
                        shown,
                        " has letters outside ASCII; certificates carry the A-label instead.",
                        ascii);
            }
        } catch (IllegalArgumentException ignored) {
            // No A-label exists; the general message says enough.
        }
        return problem(
                "name-characters",
                "name-foreign",
                shown,
                " holds a space or a character that host names cannot have.",
                null);
    }

    private static String shorten(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(80).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > 80 ? shown + "…" : shown.toString();
    }

    private static Optional<Problem> problem(
            String rule, String shown, String rest, @org.jspecify.annotations.Nullable String suggestion) {
        return problem(rule, rule, shown, rest, suggestion);
    }

    private static Optional<Problem> problem(
            String rule, String code, String shown, String rest, @org.jspecify.annotations.Nullable String suggestion) {
        return Optional.of(new Problem(rule, shown + rest, Optional.ofNullable(suggestion), Wording.of(code, shown)));
    }
}
