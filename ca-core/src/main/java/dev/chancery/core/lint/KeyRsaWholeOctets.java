package dev.chancery.core.lint;

import java.util.Optional;

/** Some hardware takes no other. */
final class KeyRsaWholeOctets extends KeyRule {
    KeyRsaWholeOctets() {
        super(
                "key-rsa-whole-octets",
                Severity.WARNING,
                "Mozilla Root Store Policy §5.1",
                "The bits of an RSA modulus are a multiple of eight.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return key.family() != KeyFamily.RSA || key.rsa().bits() % 8 == 0
                ? fine()
                : wrong("the RSA modulus has " + key.rsa().bits() + " bits");
    }
}
