package dev.chancery.core.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Immutable octets, usually the DER of something. Compares by content, which a record holding an array would not. */
public final class Der {
    private final byte[] octets;

    /** Computed when first asked for; two threads may both compute it. A key's is asked for several times. */
    private @Nullable Der sha256;

    private Der(byte[] octets) {
        this.octets = octets;
    }

    public static Der copyOf(byte[] octets) {
        return new Der(octets.clone());
    }

    /** Takes the array as it is; for arrays that were made for this purpose and that nobody else holds. */
    public static Der ofOwned(byte[] octets) {
        return new Der(octets);
    }

    public static Der fromBase64(String text) {
        return new Der(Base64.getDecoder().decode(text));
    }

    public static Der fromHex(String text) {
        return new Der(HexFormat.of().parseHex(text));
    }

    /** A fresh copy. */
    public byte[] octets() {
        return octets.clone();
    }

    /** The octets without a copy, for readers that promise not to write: hot paths and I/O. */
    public byte[] unsafeOctets() {
        return octets;
    }

    public int length() {
        return octets.length;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(octets);
    }

    public String hex() {
        return HexFormat.of().formatHex(octets);
    }

    public Der sha256() {
        Der known = sha256;
        if (known == null) {
            known = digest("SHA-256");
            sha256 = known;
        }
        return known;
    }

    /** SHA-1, for key identifiers (RFC 5280 §4.2.1.2 method 1) only, never for a signature. */
    public Der sha1() {
        return digest("SHA-1");
    }

    /** {@code 8C:1F:…}, as certificate viewers show a fingerprint. */
    public String colonHex() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(octets);
    }

    private Der digest(String algorithm) {
        try {
            return new Der(MessageDigest.getInstance(algorithm).digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is missing from this Java runtime", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Der der && Arrays.equals(octets, der.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "Der[" + octets.length + " octets, sha256 " + sha256().hex().substring(0, 16) + "…]";
    }
}
