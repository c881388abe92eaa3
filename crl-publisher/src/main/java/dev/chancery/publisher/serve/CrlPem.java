package dev.chancery.publisher.serve;

import dev.chancery.core.crl.CrlOctets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A CRL as text (RFC 7468 §6), in a file without a name: a long one would not fit into memory. */
final class CrlPem {
    private static final int OCTETS_A_LINE = 48;
    private static final int LINES_A_CHUNK = 256;

    private CrlPem() {}

    static CrlOctets write(CrlOctets der, Path directory) throws IOException {
        Path file = Files.createTempFile(directory, ".pem", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                write(der.stream(), out);
            }
            return CrlOctets.mapped(file);
        } finally {
            // What is mapped stays until nobody holds it.
            Files.delete(file);
        }
    }

    private static void write(InputStream der, OutputStream out) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        out.write(ascii("-----BEGIN X509 CRL-----\n"));
        for (byte[] chunk = next(der); chunk.length > 0; chunk = next(der)) {
            out.write(lines.encode(chunk));
            out.write('\n');
        }
        out.write(ascii("-----END X509 CRL-----\n"));
    }

    /** Whole lines, but at the end. */
    private static byte[] next(InputStream der) throws IOException {
        return der.readNBytes(OCTETS_A_LINE * LINES_A_CHUNK);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
