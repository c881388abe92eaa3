package dev.chancery.core.keys;

import java.util.Arrays;

/** The kinds of key that Chancery makes for itself. */
public enum KeyAlgorithm {
    RSA_2048("rsa-2048", "RSA", 2048, ""),
    RSA_3072("rsa-3072", "RSA", 3072, ""),
    RSA_4096("rsa-4096", "RSA", 4096, ""),
    EC_P256("ec-p256", "EC", 256, "secp256r1"),
    EC_P384("ec-p384", "EC", 384, "secp384r1"),
    EC_P521("ec-p521", "EC", 521, "secp521r1");

    private final String label;
    private final String jcaName;
    private final int bits;
    private final String curve;

    KeyAlgorithm(String label, String jcaName, int bits, String curve) {
        this.label = label;
        this.jcaName = jcaName;
        this.bits = bits;
        this.curve = curve;
    }

    public String label() {
        return label;
    }

    /** {@code RSA} or {@code EC}. */
    public String jcaName() {
        return jcaName;
    }

    public int bits() {
        return bits;
    }

    /** The JCA name of the curve; empty for RSA. */
    public String curve() {
        return curve;
    }

    /** The signature that a key of this kind makes: SHA-256, or as strong as its curve. */
    public SignatureAlgorithm signature() {
        return switch (this) {
            case RSA_2048, RSA_3072 -> SignatureAlgorithm.SHA256_WITH_RSA;
            case RSA_4096 -> SignatureAlgorithm.SHA256_WITH_RSA;
            case EC_P256 -> SignatureAlgorithm.SHA256_WITH_ECDSA;
            case EC_P384 -> SignatureAlgorithm.SHA384_WITH_ECDSA;
            case EC_P521 -> SignatureAlgorithm.SHA512_WITH_ECDSA;
        };
    }

    public static KeyAlgorithm of(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equalsIgnoreCase(label.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + label + "\" is no key algorithm; use one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(KeyAlgorithm::label).toList())));
    }
}
