package dev.chancery.core.lint;

import java.util.Optional;

/** EC keys cannot do that; RFC 8813 forbids the bits. */
final class KeyUsageOfEc extends CertificateRule {
    KeyUsageOfEc() {
        super(
                "key-usage-of-ec",
                Severity.ERROR,
                "RFC 8813 §3",
                "keyUsage",
                "An EC key does not encipher keys or data.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        StandardExtensions standard = certificate.standard();
        return certificate.key().family() == KeyFamily.EC
                        && (standard.allows(KeyUsageBits.KEY_ENCIPHERMENT)
                                || standard.allows(KeyUsageBits.DATA_ENCIPHERMENT))
                ? wrong("the keyUsage of an EC key has keyEncipherment or dataEncipherment")
                : fine();
    }
}
