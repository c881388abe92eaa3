package dev.chancery.core.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The hash functions that a certificate may be signed over (FIPS 180-4). */
public enum SignatureHash {
    SHA_256("sha-256"),
    SHA_384("sha-384"),
    SHA_512("sha-512");

    private final String label;

    SignatureHash(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** {@code SHA256}, as JCA names begin. */
    public String jcaName() {
        return label.replace("-", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label;
    }

    public static SignatureHash of(String text) {
        String wanted = plain(text);
        return Arrays.stream(values())
                .filter(hash -> plain(hash.label).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text)
                        + (wanted.equals("sha1") || wanted.startsWith("md") ? " is broken and" : "")
                        + " cannot be signed over here; use one of "
                        + Arrays.stream(values()).map(SignatureHash::label).collect(Collectors.joining(", "))));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
