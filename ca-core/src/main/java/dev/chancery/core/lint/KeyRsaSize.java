package dev.chancery.core.lint;

import java.util.Optional;

/** Smaller ones are breakable, larger ones stop small devices. */
final class KeyRsaSize extends CertificateRule {
    KeyRsaSize() {
        super(
                "key-rsa-size",
                Severity.ERROR,
                "NIST SP 800-131A §3",
                "subjectPublicKeyInfo",
                "An RSA modulus has 2048 to 8192 bits.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        if (certificate.key().family() != KeyFamily.RSA) {
            return fine();
        }
        int bits = certificate.key().rsa().bits();
        return certificate.key().rsa().modulus().signum() > 0 && bits >= 2048 && bits <= 8192
                ? fine()
                : wrong("the RSA modulus has " + bits + " bits");
    }
}
