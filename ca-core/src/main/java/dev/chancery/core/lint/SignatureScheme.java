package dev.chancery.core.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Signature algorithms by their identifier (RFC 3279, 4055, 5758, 8410, 9881). */
enum SignatureScheme {
    MD2_RSA("1.2.840.113549.1.1.2", "MD2withRSA", KeyFamily.RSA, true),
    MD5_RSA("1.2.840.113549.1.1.4", "MD5withRSA", KeyFamily.RSA, true),
    SHA1_RSA("1.2.840.113549.1.1.5", "SHA1withRSA", KeyFamily.RSA, true),
    SHA224_RSA("1.2.840.113549.1.1.14", "SHA224withRSA", KeyFamily.RSA, false),
    SHA256_RSA("1.2.840.113549.1.1.11", "SHA256withRSA", KeyFamily.RSA, false),
    SHA384_RSA("1.2.840.113549.1.1.12", "SHA384withRSA", KeyFamily.RSA, false),
    SHA512_RSA("1.2.840.113549.1.1.13", "SHA512withRSA", KeyFamily.RSA, false),
    RSA_PSS("1.2.840.113549.1.1.10", "RSASSA-PSS", KeyFamily.RSA_PSS, false),
    SHA1_ECDSA("1.2.840.10045.4.1", "SHA1withECDSA", KeyFamily.EC, true),
    SHA224_ECDSA("1.2.840.10045.4.3.1", "SHA224withECDSA", KeyFamily.EC, false),
    SHA256_ECDSA("1.2.840.10045.4.3.2", "SHA256withECDSA", KeyFamily.EC, false),
    SHA384_ECDSA("1.2.840.10045.4.3.3", "SHA384withECDSA", KeyFamily.EC, false),
    SHA512_ECDSA("1.2.840.10045.4.3.4", "SHA512withECDSA", KeyFamily.EC, false),
    ED25519("1.3.101.112", "Ed25519", KeyFamily.ED25519, false),
    ED448("1.3.101.113", "Ed448", KeyFamily.ED448, false),
    ML_DSA_44("2.16.840.1.101.3.4.3.17", "ML-DSA-44", KeyFamily.ML_DSA_44, false),
    ML_DSA_65("2.16.840.1.101.3.4.3.18", "ML-DSA-65", KeyFamily.ML_DSA_65, false),
    ML_DSA_87("2.16.840.1.101.3.4.3.19", "ML-DSA-87", KeyFamily.ML_DSA_87, false);

    private static final Map<String, SignatureScheme> BY_OID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(scheme -> scheme.oid, Function.identity()));

    private final String oid;
    private final String jcaName;
    private final KeyFamily key;
    private final boolean brokenHash;

    SignatureScheme(String oid, String jcaName, KeyFamily key, boolean brokenHash) {
        this.oid = oid;
        this.jcaName = jcaName;
        this.key = key;
        this.brokenHash = brokenHash;
    }

    static Optional<SignatureScheme> of(String oid) {
        return Optional.ofNullable(BY_OID.get(oid));
    }

    String jcaName() {
        return jcaName;
    }

    boolean brokenHash() {
        return brokenHash;
    }

    /** RSASSA-PSS signatures are made by plain RSA keys as well (RFC 4055 §1.2). */
    boolean fits(KeyFamily family) {
        return family == key || this == RSA_PSS && family == KeyFamily.RSA;
    }

    /** PKCS #1 v1.5, whose identifiers carry NULL parameters. */
    boolean pkcs1() {
        return key == KeyFamily.RSA;
    }

    boolean parametersAbsent() {
        return !key.rsa();
    }

    int signatureLength(PublicKeyInfo signer) {
        return switch (this) {
            case ED25519 -> 64;
            case ED448 -> 114;
            case ML_DSA_44 -> 2420;
            case ML_DSA_65 -> 3309;
            case ML_DSA_87 -> 4627;
            default -> signer.family().rsa() ? (signer.rsa().bits() + 7) / 8 : signer.ecdsaSignatureLength();
        };
    }
}
