package dev.chancery.server.command.files;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PKCS#10 request in a file or on standard input, reduced to what may leave this machine. */
public final class CsrFile {
    /** The server takes no more (SECURITY.md rule 23). */
    private static final int MAXIMUM = 64 * 1024;

    private static final int DER_SEQUENCE = 0x30;
    private static final Pattern REQUEST =
            Pattern.compile("-----BEGIN (NEW )?CERTIFICATE REQUEST-----[^-]*-----END (NEW )?CERTIFICATE REQUEST-----");

    private CsrFile() {}

    /**
     * The request as text for the API.
     *
     * @param name a file, or {@code -} for standard input
     */
    public static String read(String name, InputStream standardInput) {
        String shown = name.equals("-") ? "standard input" : name;
        byte[] content = content(name, shown, standardInput);
        try {
            if (content.length == 0) {
                throw CommandFailedException.refused("There is no CSR in " + shown + ": it is empty.");
            }
            if (content.length > MAXIMUM) {
                throw CommandFailedException.refused(
                        shown + " is larger than 64 KiB, which no CSR is. Is it the right file?");
            }
            if (content[0] == DER_SEQUENCE && !printable(content)) {
                return Pem.encode("CERTIFICATE REQUEST", Der.copyOf(content));
            }
            return onlyRequest(new String(content, StandardCharsets.UTF_8), shown);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** A private key that stands in the same file stays here. */
    private static String onlyRequest(String text, String shown) {
        Matcher request = REQUEST.matcher(text);
        if (request.find()) {
            return request.group() + "\n";
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw CommandFailedException.refused(shown + " holds a private key and no CSR; it was not sent. Make a CSR"
                    + " with it: openssl req -new -key " + shown + " -subj / -out request.csr");
        }
        return text;
    }

    private static boolean printable(byte[] content) {
        for (byte octet : content) {
            boolean space = octet == '\n' || octet == '\r' || octet == '\t';
            if (!space && (octet < 0x20 || octet == 0x7f)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] content(String name, String shown, InputStream standardInput) {
        try {
            if (name.equals("-")) {
                return standardInput.readNBytes(MAXIMUM + 1);
            }
            try (InputStream file = Files.newInputStream(Path.of(name))) {
                return file.readNBytes(MAXIMUM + 1);
            }
        } catch (NoSuchFileException e) {
            throw CommandFailedException.refused("There is no file " + shown + ".");
        } catch (IOException e) {
            throw CommandFailedException.refused("The CSR in " + shown + " cannot be read: " + e.getMessage());
        }
    }
}
