package dev.chancery.core.x509;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Textual encodings (RFC 7468): strict when writing, forgiving when reading. */
public final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    public static String encode(String label, Der der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der.unsafeOctets()) + "\n-----END " + label
                + "-----\n";
    }

    /**
     * The first block with that label; text before it and CRLF line ends do not matter.
     *
     * @throws IllegalArgumentException when there is no such block or its base64 is broken
     */
    public static Der decode(String text, String label) {
        Matcher block = Pattern.compile(
                        "-----BEGIN " + Pattern.quote(label) + "-----([^-]*)-----END " + Pattern.quote(label) + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no block \"-----BEGIN " + label + "-----\" in the text");
        }
        return Der.ofOwned(Base64.getMimeDecoder().decode(block.group(1)));
    }
}
