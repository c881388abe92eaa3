package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The curves that a profile may accept, by the names of FIPS 186-5 and RFC 8410. */
public enum Curve {
    P_256("P-256", "EC", 256),
    P_384("P-384", "EC", 384),
    P_521("P-521", "EC", 521),
    ED25519("Ed25519", "Ed25519", 0),
    ED448("Ed448", "Ed448", 0);

    private final String label;
    private final String algorithm;
    private final int bits;

    Curve(String label, String algorithm, int bits) {
        this.label = label;
        this.algorithm = algorithm;
        this.bits = bits;
    }

    public String label() {
        return label;
    }

    public static Curve of(String label) {
        return Arrays.stream(values())
                .filter(curve -> curve.label.equalsIgnoreCase(label.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + label + "\" is no curve; use one of "
                        + Arrays.stream(values()).map(Curve::label).collect(Collectors.joining(", "))));
    }

    /** The algorithm as a request's key names it. */
    public String algorithm() {
        return algorithm;
    }

    /** Of an EC curve; 0 for the others, which have one size only. */
    int bits() {
        return bits;
    }

    boolean matches(KeyType key) {
        return algorithm.equals(key.algorithm()) && (bits == 0 || bits == key.bits());
    }
}
