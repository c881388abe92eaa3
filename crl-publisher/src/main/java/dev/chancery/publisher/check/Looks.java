package dev.chancery.publisher.check;

import java.nio.charset.StandardCharsets;

/** What a body looks like that is not what belongs there. */
enum Looks {
    NOTHING("nothing", "nothing at all"),
    PEM("pem", "PEM text, where DER belongs"),
    PAGE("page", "a web page, so that another server seems to answer"),
    ELSE("else", "something else");

    private final String code;
    private final String words;

    Looks(String code, String words) {
        this.code = code;
        this.words = words;
    }

    static Looks of(byte[] octets) {
        String start = new String(octets, 0, Math.min(octets.length, 200), StandardCharsets.ISO_8859_1).stripLeading();
        if (octets.length == 0) {
            return NOTHING;
        }
        if (start.startsWith("-----BEGIN")) {
            return PEM;
        }
        return start.startsWith("<") ? PAGE : ELSE;
    }

    /** For programs. */
    String code() {
        return code;
    }

    /** As a clause. */
    String words() {
        return words;
    }
}
