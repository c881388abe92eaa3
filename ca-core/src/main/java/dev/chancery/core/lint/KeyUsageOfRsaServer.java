package dev.chancery.core.lint;

import java.util.Optional;

/** The first serves TLS 1.3 and forward secrecy, the second the RSA key exchange of older peers. */
final class KeyUsageOfRsaServer extends CertificateRule {
    KeyUsageOfRsaServer() {
        super(
                "key-usage-of-rsa-server",
                Severity.ERROR,
                "RFC 5246 §7.4.2, RFC 8446 §4.4.2.2",
                "keyUsage",
                "An RSA server key has digitalSignature and keyEncipherment.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        StandardExtensions standard = certificate.standard();
        return certificate.key().family() != KeyFamily.RSA
                        || !standard.server()
                        || standard.allows(KeyUsageBits.DIGITAL_SIGNATURE)
                                && standard.allows(KeyUsageBits.KEY_ENCIPHERMENT)
                ? fine()
                : wrong("keyUsage of an RSA server key lacks digitalSignature or keyEncipherment");
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
