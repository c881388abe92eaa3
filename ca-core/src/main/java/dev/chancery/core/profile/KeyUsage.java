package dev.chancery.core.profile;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** KeyUsage bits (RFC 5280 §4.2.1.3). */
public enum KeyUsage {
    DIGITAL_SIGNATURE("digitalSignature", 0),
    CONTENT_COMMITMENT("contentCommitment", 1),
    KEY_ENCIPHERMENT("keyEncipherment", 2),
    DATA_ENCIPHERMENT("dataEncipherment", 3),
    KEY_AGREEMENT("keyAgreement", 4),
    KEY_CERT_SIGN("keyCertSign", 5),
    CRL_SIGN("cRLSign", 6),
    ENCIPHER_ONLY("encipherOnly", 7),
    DECIPHER_ONLY("decipherOnly", 8);

    private final String rfcName;
    private final int bit;

    KeyUsage(String rfcName, int bit) {
        this.rfcName = rfcName;
        this.bit = bit;
    }

    public String rfcName() {
        return rfcName;
    }

    public int bit() {
        return bit;
    }

    public static KeyUsage of(String name) {
        return Arrays.stream(values())
                .filter(usage -> usage.rfcName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no key usage; use one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(KeyUsage::rfcName).toList())));
    }

    /**
     * The usages of a profile that a kind of key can have: EC keys encipher nothing (RFC 8813 §3), EdDSA keys only sign
     * (RFC 8410 §5), RSA keys agree on nothing (RFC 3279 §2.3.1).
     *
     * @param algorithm {@code RSA}, {@code EC}, {@code Ed25519}, {@code Ed448}
     */
    static Set<KeyUsage> fit(Collection<KeyUsage> usages, String algorithm) {
        Set<KeyUsage> fitting = EnumSet.noneOf(KeyUsage.class);
        fitting.addAll(usages);
        if (!algorithm.equals("RSA")) {
            fitting.removeAll(EnumSet.of(KEY_ENCIPHERMENT, DATA_ENCIPHERMENT));
        }
        if (!algorithm.equals("EC")) {
            fitting.removeAll(EnumSet.of(KEY_AGREEMENT, ENCIPHER_ONLY, DECIPHER_ONLY));
        }
        return fitting;
    }
}
