package dev.chancery.core.lint;

import java.util.Optional;

/** An even one is the product of two and a number: no key at all. */
final class KeyRsaModulusOdd extends KeyRule {
    KeyRsaModulusOdd() {
        super("key-rsa-modulus-odd", Severity.ERROR, "NIST FIPS 186-5 §5.1", "An RSA modulus is odd.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return key.family() != KeyFamily.RSA || key.rsa().modulus().testBit(0)
                ? fine()
                : wrong("the RSA modulus is even: the key is broken");
    }
}
