package dev.chancery.core.profile;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * An extension of the profile's own, always the same. Exactly one of the four values is given.
 *
 * @param critical false where it is not written
 * @param hex DER of the value in hexadecimal
 * @param base64 DER of the value in base64
 * @param utf8 a text, encoded as UTF8String
 * @param ia5 a text in ASCII, encoded as IA5String
 */
public record CustomExtension(
        String oid,
        Optional<Boolean> critical,
        Optional<String> hex,
        Optional<String> base64,
        Optional<String> utf8,
        Optional<String> ia5) {
    private static final int LARGEST = 4096;

    /** Arcs whose extensions the other keys make, or that decide what a certificate is good for. */
    private static final Map<String, String> REFUSED = Map.of(
            "2.5.29", "one of the standard extensions (RFC 5280 §4.2.1), which the other keys of a profile make",
            "1.3.6.1.5.5.7.1",
                    "one of the Internet's extensions (RFC 5280 §4.2.2); there are other keys for those that"
                            + " are issued here",
            "1.3.6.1.5.5.7.48", "one of OCSP's extensions; there is the key ocsp-nocheck",
            "1.3.6.1.4.1.311",
                    "an extension of Windows, which may give its holder rights (SECURITY.md rule 6); there is"
                            + " the key microsoft-template",
            "1.3.6.1.5.2", "an extension of Kerberos, which logs its holder on (SECURITY.md rule 6)",
            "1.3.6.1.4.1.11129.2.4", "an extension of certificate transparency, which only a log can give",
            "2.16.840.1.113730.1", "an extension of Netscape, which could make a CA of its holder");

    public CustomExtension {
        Oid.check("oid", oid);
        REFUSED.forEach((arc, what) -> {
            if (Oid.within(oid, arc)) {
                throw new IllegalArgumentException(
                        "oid: " + oid + " is " + what + "; use an object identifier of your own organisation");
            }
        });
        List<String> given =
                Stream.of(hex, base64, utf8, ia5).flatMap(Optional::stream).toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("has " + (given.isEmpty() ? "no value" : given.size() + " values")
                    + "; write one of hex, base64 (DER), utf8, ia5 (a text)");
        }
        encode(hex, base64, utf8, ia5);
    }

    public boolean isCritical() {
        return critical.orElse(false);
    }

    /** DER of the value. */
    public Der value() {
        return encode(hex, base64, utf8, ia5);
    }

    private static Der encode(
            Optional<String> hex, Optional<String> base64, Optional<String> utf8, Optional<String> ia5) {
        try {
            if (hex.isPresent()) {
                return ofHex("hex", hex.get());
            }
            if (base64.isPresent()) {
                return der("base64", ofBase64(base64.get()));
            }
            return utf8.isPresent()
                    ? der("utf8", new DERUTF8String(utf8.get()).getEncoded())
                    : der("ia5", new DERIA5String(ascii(ia5.orElseThrow())).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be encoded", e);
        }
    }

    /**
     * One value as hexadecimal DER.
     *
     * @param key for messages
     */
    static Der ofHex(String key, String text) {
        String plain = text.replaceAll("[\\s:]", "");
        if (plain.isEmpty() || plain.length() % 2 != 0 || !plain.matches("[0-9A-Fa-f]+")) {
            throw new IllegalArgumentException(key + ": " + Quoted.of(text) + " is not hexadecimal, such as 0c026f6b");
        }
        return der(key, Der.fromHex(plain.toLowerCase(java.util.Locale.ROOT)).octets());
    }

    private static byte[] ofBase64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("base64: " + Quoted.of(text) + " is not base64, such as DAJvaw==", e);
        }
    }

    private static String ascii(String text) {
        if (!text.chars().allMatch(c -> c < 0x80)) {
            throw new IllegalArgumentException("ia5: " + Quoted.of(text) + " is not ASCII; write utf8 instead");
        }
        return text;
    }

    /** Canonical, so that what is signed is what everybody reads. */
    private static Der der(String key, byte[] octets) {
        if (octets.length > LARGEST) {
            throw new IllegalArgumentException(key + ": has " + octets.length + " octets; at most " + LARGEST
                    + ", since every handshake carries it");
        }
        try {
            Der value = Der.copyOf(octets);
            dev.chancery.core.x509.DerCursor.walk(octets, 16, 500);
            if (Arrays.equals(ASN1Primitive.fromByteArray(octets).getEncoded("DER"), octets)) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    key + ": is not the DER of one value (" + e.getMessage()
                            + "); for example 0c026f6b is the UTF8String ok",
                    e);
        }
        throw new IllegalArgumentException(key + ": is BER, not DER; encode it canonically (X.690 §10)");
    }
}
