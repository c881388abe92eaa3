package dev.chancery.core.lint;

import java.util.Optional;

/** At least one bit must be set when the extension stands there. */
final class KeyUsageNotEmpty extends CertificateRule {
    KeyUsageNotEmpty() {
        super("key-usage-not-empty", Severity.ERROR, "RFC 5280 §4.2.1.3", "keyUsage", "keyUsage allows something.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .standard()
                        .keyUsage()
                        .map(bits -> bits.names().isEmpty())
                        .orElse(false)
                ? wrong("keyUsage has no bit set")
                : fine();
    }
}
