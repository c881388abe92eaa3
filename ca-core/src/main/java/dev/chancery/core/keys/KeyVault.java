package dev.chancery.core.keys;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;

/** Makes, stores and opens private keys. The one place that reads one. */
public final class KeyVault {
    public KeyVault(Secret passphrase) {}

    /** A new key that exists in memory only until {@link #store}. */
    public SigningKey generate(KeyAlgorithm algorithm) {
        throw new UnsupportedOperationException("being built");
    }

    /** Writes a generated key with its certificate chain; flushed to disk, mode 0600, never over an existing file. */
    public void store(SigningKey key, List<EncodedCertificate> chain, KeyLocation location) {
        throw new UnsupportedOperationException("being built");
    }

    /** @throws KeyUnavailableException with what is wrong and what to do */
    public SigningKey open(KeyLocation location) {
        throw new UnsupportedOperationException("being built");
    }
}
