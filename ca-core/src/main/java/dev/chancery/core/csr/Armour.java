package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a request out of whatever people put it in: PEM (RFC 7468) in any state, bare base64, DER. */
final class Armour {
    private static final Pattern BEGIN =
            Pattern.compile("-+[ \\n]*BEGIN[ \\n]+(?:NEW[ \\n]+)?CERTIFICATE[ \\n]+REQUEST[ \\n]*-+");
    private static final Pattern END = Pattern.compile("-+[ \\n]*END[ \\n]");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/=\\s]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Armour() {}

    static Unwrapped open(byte[] input) {
        if (input.length > 0 && input[0] == 0x30 && !PastedText.isWide(input)) {
            return new Unwrapped.Octets(Der.copyOf(input));
        }
        Optional<Der> clean = CleanPem.read(input);
        return clean.isPresent() ? new Unwrapped.Octets(clean.get()) : openPasted(input);
    }

    /** Whatever people make of it. */
    static Unwrapped openPasted(byte[] input) {
        Optional<String> text = PastedText.read(input);
        if (text.isEmpty()) {
            return ForeignText.binary(input);
        }
        if (text.get().isBlank()) {
            return Unwrapped.nothing(
                    "csr-empty", "The request is empty. Paste or upload a PKCS#10 certificate request.");
        }
        return ForeignText.privateKey(text.get())
                .<Unwrapped>map(Unwrapped.Nothing::new)
                .orElseGet(() -> openText(text.get()));
    }

    private static Unwrapped openText(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            return ForeignText.recognise(text)
                    .<Unwrapped>map(Unwrapped.Nothing::new)
                    .orElseGet(() -> decode(text, text));
        }
        int start = begin.end();
        if (begin.find()) {
            return Unwrapped.nothing(
                    "csr-several", "The text holds more than one certificate request. Send them one at a time.");
        }
        Matcher end = END.matcher(text);
        if (!end.find(start)) {
            return Unwrapped.nothing(
                    "csr-truncated",
                    "The request has no END line: its end is missing. Copy it whole, from -----BEGIN CERTIFICATE"
                            + " REQUEST----- to -----END CERTIFICATE REQUEST-----.");
        }
        return decode(text.substring(start, end.start()), text);
    }

    private static Unwrapped decode(String body, String whole) {
        Matcher foreign = NOT_BASE64.matcher(body);
        if (foreign.find()) {
            int line = 1
                    + (int) whole.substring(0, Math.max(0, whole.indexOf(body)) + foreign.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return Unwrapped.nothing(
                    "csr-base64",
                    String.format(
                            "This is no certificate request: line %d holds a character (U+%04X) that base64 does not"
                                    + " have. Copy the request whole, from -----BEGIN CERTIFICATE REQUEST----- to"
                                    + " -----END CERTIFICATE REQUEST-----.",
                            line, body.codePointAt(foreign.start())));
        }
        try {
            byte[] octets = Base64.getDecoder().decode(SPACE.matcher(body).replaceAll(""));
            return octets.length == 0
                    ? Unwrapped.nothing("csr-empty", "There is nothing between the BEGIN and the END line.")
                    : new Unwrapped.Octets(Der.ofOwned(octets));
        } catch (IllegalArgumentException e) {
            return Unwrapped.nothing(
                    "csr-base64",
                    "The base64 of the request is damaged: characters are missing. Copy the request whole.");
        }
    }
}
