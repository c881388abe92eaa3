package dev.chancery.core.lint;

import java.util.Optional;

/** A key that decrypts on request is a key that signs on request. */
final class KeyUsageOfRsaCa extends CertificateRule {
    KeyUsageOfRsaCa() {
        super(
                "key-usage-of-rsa-ca",
                Severity.WARNING,
                "RFC 3279 §2.3.1",
                "keyUsage",
                "An RSA key that signs certificates or CRLs should not encipher.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.key().family() == KeyFamily.RSA
                        && (certificate.standard().allows(KeyUsageBits.KEY_CERT_SIGN)
                                || certificate.standard().allows(KeyUsageBits.CRL_SIGN))
                        && (certificate.standard().allows(KeyUsageBits.KEY_ENCIPHERMENT)
                                || certificate.standard().allows(KeyUsageBits.DATA_ENCIPHERMENT))
                ? wrong("an RSA key of a CA has keyEncipherment or dataEncipherment")
                : fine();
    }
}
