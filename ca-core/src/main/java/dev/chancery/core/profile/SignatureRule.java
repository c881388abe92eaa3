package dev.chancery.core.profile;

import java.util.Optional;

/**
 * How the CA signs.
 *
 * @param hash SHA-2; empty for SHA-256, or what suits the curve of the CA's key
 * @param rsa for CAs with RSA keys
 */
public record SignatureRule(Optional<SignatureHash> hash, RsaPadding rsa) {
    /** RFC 8017 §8. */
    public enum RsaPadding {
        /** RSASSA-PKCS1-v1_5, which everything can verify. */
        PKCS1,
        /** RSASSA-PSS, which Skype for Business, Lync and older devices cannot verify. */
        PSS
    }

    public static SignatureRule defaults() {
        return new SignatureRule(Optional.empty(), RsaPadding.PKCS1);
    }
}
