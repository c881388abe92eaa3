package dev.chancery.core.lint;

import java.util.Optional;

/** Without it the key may be used for everything. */
final class KeyUsagePresent extends CertificateRule {
    KeyUsagePresent() {
        super("key-usage-present", Severity.ERROR, "RFC 5280 §4.2.1.3", "keyUsage", "keyUsage is present.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().keyUsage().isPresent() ? fine() : wrong("keyUsage is missing");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
