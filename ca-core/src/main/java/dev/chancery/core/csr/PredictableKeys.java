package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * RSA keys whose private keys are common knowledge, above all the ones that Debian's OpenSSL made from 2006 to 2008 with
 * nothing but a process number for chance (CVE-2008-0166).
 *
 * <p>A key is known by the last 80 bits of the SHA-1 of the line {@code Modulus=HEX} that {@code openssl rsa -modulus}
 * prints, as in Debian's package openssl-blacklist. The first 64 of them are kept, sorted: with 300,000 known keys, one
 * good key in 6*10^13 would be refused.
 */
public final class PredictableKeys {
    private final long[] fingerprints;

    private PredictableKeys(long[] fingerprints) {
        this.fingerprints = fingerprints;
        Arrays.sort(fingerprints);
    }

    /**
     * Those that come with Chancery: RSA 2048, made on amd64 and i386 with a readable {@code ~/.rnd}, by the processes 0
     * to 5887.
     */
    public static PredictableKeys known() {
        try (InputStream file = PredictableKeys.class.getResourceAsStream("predictable-rsa.bin")) {
            LongBuffer numbers = ByteBuffer.wrap(
                            Objects.requireNonNull(file, "predictable-rsa.bin is missing from ca-core")
                                    .readAllBytes())
                    .asLongBuffer();
            long[] found = new long[numbers.remaining()];
            numbers.get(found);
            return new PredictableKeys(found);
        } catch (IOException e) {
            throw new UncheckedIOException("predictable-rsa.bin of ca-core cannot be read", e);
        }
    }

    public static PredictableKeys none() {
        return new PredictableKeys(new long[0]);
    }

    /**
     * From the lines of a list such as {@code /usr/share/openssl-blacklist/blacklist.RSA-2048}: 20 hexadecimal digits,
     * or a comment that begins with #.
     *
     * @throws IllegalArgumentException with the number of a line that is neither
     */
    public static PredictableKeys ofList(List<String> lines) {
        long[] found = new long[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!line.matches("[0-9a-fA-F]{20}")) {
                throw new IllegalArgumentException("line " + (i + 1) + " is no fingerprint of 20 hexadecimal digits");
            }
            found[count++] = Long.parseUnsignedLong(line.substring(0, 16), 16);
        }
        return new PredictableKeys(Arrays.copyOf(found, count));
    }

    public int size() {
        return fingerprints.length;
    }

    boolean contains(BigInteger modulus) {
        return Arrays.binarySearch(fingerprints, fingerprint(modulus)) >= 0;
    }

    private static long fingerprint(BigInteger modulus) {
        String digits = HexFormat.of().withUpperCase().formatHex(modulus.toByteArray());
        String line = "Modulus=" + digits.replaceFirst("^0+", "") + "\n";
        Der digest = Der.ofOwned(line.getBytes(StandardCharsets.US_ASCII)).sha1();
        return ByteBuffer.wrap(digest.unsafeOctets()).getLong(10);
    }
}
