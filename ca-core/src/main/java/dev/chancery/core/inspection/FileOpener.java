package dev.chancery.core.inspection;

import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes certificates, CRLs, requests and OCSP responses out of PEM (RFC 7468), bare base64, DER and PKCS #7. */
final class FileOpener {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final int SEQUENCE = 0x30;
    private static final int MOST_PARTS = 10_000;

    private FileOpener() {}

    /** @param name of the file, for messages */
    static Opened open(String name, byte[] content) {
        Opened opened = Opened.empty();
        if (content.length == 0) {
            opened.unreadable().add(name + " is empty.");
        } else if (content[0] == SEQUENCE && !text(content)) {
            addDer(name, Der.copyOf(content), opened);
        } else {
            addText(name, new String(content, StandardCharsets.ISO_8859_1), opened);
        }
        return opened;
    }

    private static void addText(String name, String text, Opened opened) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            addBase64(name, text, opened);
            return;
        }
        do {
            String label = begin.group(1);
            int end = text.indexOf("-----END " + label + "-----", begin.end());
            String where = name + ", line " + line(text, begin.start());
            if (end < 0) {
                opened.unreadable()
                        .add(where + ": there is no END line for \"BEGIN " + label + "\". Copy the block whole.");
            } else if (label.contains("PRIVATE KEY")) {
                opened.remarks()
                        .add(where + ": a private key stands there. It was not looked at, and nobody else"
                                + " should see it either.");
            } else {
                addBlock(where, label, text.substring(begin.end(), end), opened);
            }
        } while (opened.parts().size() < MOST_PARTS && begin.find());
    }

    private static void addBlock(String where, String label, String body, Opened opened) {
        try {
            String digits = body.substring(Math.max(0, headerEnd(body))).replaceAll("\\s", "");
            addDer(where, Der.ofOwned(Base64.getDecoder().decode(digits)), opened);
        } catch (IllegalArgumentException e) {
            opened.unreadable()
                    .add(where + ": the base64 of \"" + label + "\" is damaged. Copy the block whole, from its BEGIN to"
                            + " its END line.");
        }
    }

    /** Old PEM has lines such as {@code Proc-Type: 4,ENCRYPTED} before an empty one. */
    private static int headerEnd(String body) {
        return body.indexOf(':') < 0 ? 0 : body.replace("\r", " ").lastIndexOf("\n\n") + 2;
    }

    private static void addBase64(String name, String text, Opened opened) {
        try {
            byte[] octets = Base64.getMimeDecoder().decode(text.strip());
            if (octets.length > 0 && octets[0] == SEQUENCE && text.matches("[A-Za-z0-9+/=\\s]+")) {
                addDer(name, Der.ofOwned(octets), opened);
                return;
            }
        } catch (IllegalArgumentException e) {
            // No base64 either.
        }
        opened.unreadable()
                .add(name
                        + " is no certificate, CRL, request or OCSP response, neither in PEM nor in DER. PEM begins with \"-----BEGIN"
                        + " CERTIFICATE-----\", \"-----BEGIN X509 CRL-----\" or \"-----BEGIN CERTIFICATE"
                        + " REQUEST-----\".");
    }

    private static void addDer(String where, Der der, Opened opened) {
        try {
            Shape.of(der)
                    .fold(
                            kind -> opened.parts().add(new Opened.Part(kind, der)),
                            bag -> bag.forEach(part -> addDer(where, part, opened)),
                            what -> opened.unreadable().add(where + ": " + what));
        } catch (IllegalArgumentException e) {
            opened.unreadable().add(where + ": this is damaged DER: " + e.getMessage() + ". Fetch the file again.");
        }
    }

    private static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean text(byte[] content) {
        for (byte octet : content) {
            if (octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t') {
                return false;
            }
        }
        return true;
    }
}
