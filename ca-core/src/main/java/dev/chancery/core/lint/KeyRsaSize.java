package dev.chancery.core.lint;

import java.util.Optional;

/** Smaller ones are breakable, larger ones stop small devices. */
final class KeyRsaSize extends KeyRule {
    KeyRsaSize() {
        super("key-rsa-size", Severity.ERROR, "NIST SP 800-131A §3", "An RSA modulus has 2048 to 8192 bits.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        if (key.family() != KeyFamily.RSA) {
            return fine();
        }
        int bits = key.rsa().bits();
        return key.rsa().modulus().signum() > 0 && bits >= 2048 && bits <= 8192
                ? fine()
                : wrong("the RSA modulus has " + bits + " bits");
    }
}
