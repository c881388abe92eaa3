package dev.chancery.core.journal;

import dev.chancery.core.x509.EncodedCertificate;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;

/** Whether a CA's name and key stand behind a certificate. */
final class SignedBy {
    private final EncodedCertificate authority;
    private final PublicKey key;

    SignedBy(EncodedCertificate authority) {
        this.authority = authority;
        this.key = authority.toJca().getPublicKey();
    }

    Optional<String> wrong(EncodedCertificate certificate) {
        if (!certificate.issuer().equals(authority.subject())) {
            return Optional.of("certificate " + certificate.serial() + " names the issuer " + certificate.issuer()
                    + ", not " + authority.subject());
        }
        try {
            certificate.toJca().verify(key);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of("the signature of certificate " + certificate.serial()
                    + " does not verify with the key of " + authority.subject() + ": " + e.getMessage());
        }
    }
}
