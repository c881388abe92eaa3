package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** Their meaning is undefined otherwise. */
final class KeyUsageKeyAgreement extends CertificateRule {
    private static final KeyUsageBits NONE = new KeyUsageBits(Set.of(), true);

    KeyUsageKeyAgreement() {
        super(
                "key-usage-agreement-bits",
                Severity.ERROR,
                "RFC 5280 §4.2.1.3",
                "keyUsage",
                "encipherOnly and decipherOnly stand only beside keyAgreement, and no bit has no name.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        KeyUsageBits bits = certificate.standard().keyUsage().orElse(NONE);
        boolean lonely =
                (bits.has("encipherOnly") || bits.has("decipherOnly")) && !bits.has(KeyUsageBits.KEY_AGREEMENT);
        return lonely || bits.names().stream().anyMatch(name -> name.startsWith("bit "))
                ? wrong("keyUsage says " + bits)
                : fine();
    }
}
