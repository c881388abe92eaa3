package dev.chancery.web.crl;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;

/** The octets of a CRL that somebody sent, DER or PEM (RFC 7468 §6). */
public final class CrlBody {
    /** More than any offline CA's CRL needs: some 20,000 entries. */
    public static final int LIMIT = 1024 * 1024;

    private static final byte SEQUENCE = 0x30;

    private CrlBody() {}

    /** @throws IllegalArgumentException when it is neither, in words */
    public static Der read(byte[] octets) {
        if (octets.length == 0) {
            throw new IllegalArgumentException("The file is empty.");
        }
        if (octets[0] == SEQUENCE) {
            return Der.copyOf(octets);
        }
        try {
            return Pem.decode(new String(octets, StandardCharsets.ISO_8859_1), "X509 CRL");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The file is neither DER nor PEM with X509 CRL: " + e.getMessage(), e);
        }
    }
}
