package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** These keys can do nothing else; other bits promise what they cannot keep. */
final class KeyUsageOfEdwards extends CertificateRule {
    private static final Set<String> ALLOWED = Set.of(
            KeyUsageBits.DIGITAL_SIGNATURE, "contentCommitment", KeyUsageBits.KEY_CERT_SIGN, KeyUsageBits.CRL_SIGN);

    KeyUsageOfEdwards() {
        super(
                "key-usage-of-eddsa",
                Severity.ERROR,
                "RFC 9295 §3",
                "keyUsage",
                "An Ed25519 or Ed448 key signs and does nothing else.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.key().family().edwards()
                        && !ALLOWED.containsAll(certificate
                                .standard()
                                .keyUsage()
                                .map(KeyUsageBits::names)
                                .orElse(Set.of()))
                ? wrong("keyUsage " + certificate.standard().keyUsage().orElseThrow() + " does not suit an EdDSA key")
                : fine();
    }
}
