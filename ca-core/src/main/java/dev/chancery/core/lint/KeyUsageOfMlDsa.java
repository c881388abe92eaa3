package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** It is a signature key; RFC 9881 forbids the other bits. */
final class KeyUsageOfMlDsa extends CertificateRule {
    private static final Set<String> ALLOWED =
            Set.of(KeyUsageBits.DIGITAL_SIGNATURE, KeyUsageBits.KEY_CERT_SIGN, KeyUsageBits.CRL_SIGN);

    KeyUsageOfMlDsa() {
        super(
                "key-usage-of-ml-dsa",
                Severity.ERROR,
                "RFC 9881 §5",
                "keyUsage",
                "An ML-DSA key has digitalSignature, keyCertSign and cRLSign only.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.key().family().mlDsa()
                        && !ALLOWED.containsAll(certificate
                                .standard()
                                .keyUsage()
                                .map(KeyUsageBits::names)
                                .orElse(Set.of()))
                ? wrong("keyUsage " + certificate.standard().keyUsage().orElseThrow() + " does not suit an ML-DSA key")
                : fine();
    }
}
