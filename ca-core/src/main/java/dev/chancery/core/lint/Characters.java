package dev.chancery.core.lint;

/** Which characters may stand where. Plain loops: every certificate passes through here. */
final class Characters {
    private static final String HTTP = "http://";

    private Characters() {}

    /** X.680 §41.4. */
    static boolean printableString(byte[] octets) {
        for (byte octet : octets) {
            if (!letterOrDigit((char) octet) && " '()+,-./:=?".indexOf(octet) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean ascii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean visibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Control characters, and those that turn or hide the text around them. */
    static boolean hidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (hidden(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidden(int c) {
        if (c > 0x1f && c < 0x7f) {
            return false;
        }
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean letterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || capital(c) || c >= '0' && c <= '9';
    }

    /** Letters, digits and hyphens, with no hyphen at either end (RFC 1034 §3.5); the empty label passes. */
    static boolean ldh(String label) {
        return ldh(label, 0, label.length());
    }

    /** The same for a part of a text. */
    static boolean ldh(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean inside = i > from && i < to - 1;
            if (!letterOrDigit(text.charAt(i)) && !(inside && text.charAt(i) == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Labels of letters, digits and hyphens, none empty or too long, with dots between them (RFC 1034 §3.5). */
    static boolean hostName(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (i == start || i - start > 63 || !ldh(text, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return text.length() <= 253;
    }

    /** The host of {@code scheme://user@host:port/path} in lower case, brackets included; empty where there is none. */
    static String uriHost(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 0 || !uri.startsWith("//", colon + 1)) {
            return "";
        }
        int end = colon + 3;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String authority = uri.substring(colon + 3, end);
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        int port = place.lastIndexOf(':');
        return (port > place.indexOf(']') ? place.substring(0, port) : place).toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a URI that has an authority names a host in it. SPIFFE's trust domains may have underscores. */
    static boolean uriHostGood(String uri) {
        String host = uriHost(uri);
        boolean expected = uri.startsWith("//", uri.indexOf(':') + 1);
        return !expected || host.startsWith("[") && host.endsWith("]") || hostName(host.replace('_', '-'));
    }

    /** {@code http://host/…} with a host, and nothing that is not visible ASCII. */
    static boolean httpAddress(String text) {
        return text.regionMatches(true, 0, HTTP, 0, HTTP.length())
                && text.length() > HTTP.length()
                && "/:?#@".indexOf(text.charAt(HTTP.length())) < 0
                && visibleAscii(text);
    }

    /** A scheme (RFC 3986 §3.1), a colon, and something after it. */
    static boolean absoluteUri(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !letterOrDigit(text.charAt(0)) || text.charAt(0) <= '9') {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            if (!letterOrDigit(text.charAt(i)) && "+-.".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
