package dev.chancery.core.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of public key by their algorithm identifier (RFC 3279, 5480, 8410, 9881). */
enum KeyFamily {
    RSA("1.2.840.113549.1.1.1", "RSA", 0),
    RSA_PSS("1.2.840.113549.1.1.10", "RSASSA-PSS", 0),
    EC("1.2.840.10045.2.1", "EC", 0),
    ED25519("1.3.101.112", "Ed25519", 32),
    ED448("1.3.101.113", "Ed448", 57),
    ML_DSA_44("2.16.840.1.101.3.4.3.17", "ML-DSA-44", 1312),
    ML_DSA_65("2.16.840.1.101.3.4.3.18", "ML-DSA-65", 1952),
    ML_DSA_87("2.16.840.1.101.3.4.3.19", "ML-DSA-87", 2592),
    UNKNOWN("", "", 0);

    private static final Map<String, KeyFamily> BY_OID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(family -> family.oid, Function.identity()));

    private final String oid;
    private final String jcaName;
    private final int octets;

    KeyFamily(String oid, String jcaName, int octets) {
        this.oid = oid;
        this.jcaName = jcaName;
        this.octets = octets;
    }

    static KeyFamily of(String oid) {
        return BY_OID.getOrDefault(oid, UNKNOWN);
    }

    String jcaName() {
        return jcaName;
    }

    /** The one length that a key of this kind has, 0 where it varies. */
    int fixedLength() {
        return octets;
    }

    boolean rsa() {
        return this == RSA || this == RSA_PSS;
    }

    boolean edwards() {
        return this == ED25519 || this == ED448;
    }

    boolean mlDsa() {
        return this == ML_DSA_44 || this == ML_DSA_65 || this == ML_DSA_87;
    }

    boolean parametersAbsent() {
        return edwards() || mlDsa();
    }
}
