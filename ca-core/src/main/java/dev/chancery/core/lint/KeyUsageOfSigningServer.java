package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** It signs the handshake; every other bit widens its use. */
final class KeyUsageOfSigningServer extends CertificateRule {
    private static final Set<String> ONLY = Set.of(KeyUsageBits.DIGITAL_SIGNATURE);

    KeyUsageOfSigningServer() {
        super(
                "key-usage-of-ec-server",
                Severity.ERROR,
                "RFC 8813 §3, RFC 8446 §4.4.2.2",
                "keyUsage",
                "A server key that is not RSA has digitalSignature only.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        KeyFamily family = certificate.key().family();
        boolean signsOnly = family == KeyFamily.EC || family.edwards() || family.mlDsa();
        return !signsOnly
                        || !certificate.standard().server()
                        || certificate
                                .standard()
                                .keyUsage()
                                .map(bits -> bits.names().equals(ONLY))
                                .orElse(true)
                ? fine()
                : wrong("keyUsage of the server key is "
                        + certificate.standard().keyUsage().orElseThrow());
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
