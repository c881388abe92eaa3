package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/**
 * A private key that signs and does not show itself, with the public key that checks it. Thread-safe.
 */
public interface SigningKey {
    /** DER of the SubjectPublicKeyInfo. */
    Der publicKeyInfo();

    SignatureAlgorithm algorithm();

    /**
     * The same key, making another kind of signature.
     *
     * @throws KeyUnavailableException when it cannot, with the reason
     */
    default SigningKey making(SignatureAlgorithm other) {
        if (other == algorithm()) {
            return this;
        }
        throw new KeyUnavailableException(
                "This key makes signatures of the kind " + algorithm() + " only; the profile asks for " + other + ".");
    }

    /** Signs, then checks the signature with the public key before it returns it. */
    Der sign(Der message);

    /**
     * Signs and does not look at what came out: for an answer to one client, who looks at it at once and asks again where
     * it does not hold. Only ECDSA skips the check; a faulty RSA signature gives its key away.
     */
    default Der signUnchecked(Der message) {
        return sign(message);
    }

    /**
     * Signs a message of any length. Unlike {@link #sign(Der)} it does not check the signature, which would cost as much
     * again: whoever asks has to verify it before anybody else sees it.
     */
    Der sign(LongMessage message);

    /** Which JCA provider signs, {@code AmazonCorrettoCryptoProvider}. */
    String provider();

    /** How that one was chosen; empty until it was measured. */
    default Optional<SignatureMeasurement> measurement() {
        return Optional.empty();
    }
}
