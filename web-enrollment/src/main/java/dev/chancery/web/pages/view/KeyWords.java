package dev.chancery.web.pages.view;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Keys and signatures in the words of people: {@code RSA 4096}, {@code EC P-256}, {@code SHA-256}. */
final class KeyWords {
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";
    private static final Map<String, String> CURVES = Map.of(
            "1.2.840.10045.3.1.7", "EC P-256",
            "1.3.132.0.34", "EC P-384",
            "1.3.132.0.35", "EC P-521");
    private static final Map<String, String> KEYS = Map.of(
            "1.3.101.112", "Ed25519",
            "1.3.101.113", "Ed448",
            "2.16.840.1.101.3.4.3.17", "ML-DSA-44",
            "2.16.840.1.101.3.4.3.18", "ML-DSA-65",
            "2.16.840.1.101.3.4.3.19", "ML-DSA-87");
    private static final Map<String, String> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11", "RSA with SHA-256",
            "1.2.840.113549.1.1.12", "RSA with SHA-384",
            "1.2.840.113549.1.1.13", "RSA with SHA-512",
            "1.2.840.10045.4.3.2", "ECDSA with SHA-256",
            "1.2.840.10045.4.3.3", "ECDSA with SHA-384",
            "1.2.840.10045.4.3.4", "ECDSA with SHA-512");

    private KeyWords() {}

    static String key(EncodedCertificate certificate) {
        SubjectPublicKeyInfo info = certificate.structure().getSubjectPublicKeyInfo();
        String algorithm = info.getAlgorithm().getAlgorithm().getId();
        try {
            if (algorithm.equals(RSA)) {
                return "RSA "
                        + RSAPublicKey.getInstance(info.parsePublicKey())
                                .getModulus()
                                .bitLength();
            }
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle casts before it looks: what is broken can raise anything.
            return "RSA";
        }
        if (algorithm.equals(EC) && info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve) {
            return CURVES.getOrDefault(curve.getId(), "EC " + curve.getId());
        }
        return KEYS.getOrDefault(algorithm, algorithm);
    }

    static String signature(EncodedCertificate certificate) {
        String algorithm =
                certificate.structure().getSignatureAlgorithm().getAlgorithm().getId();
        return SIGNATURES.getOrDefault(algorithm, KEYS.getOrDefault(algorithm, algorithm));
    }
}
