package dev.chancery.core.lint;

import java.util.Optional;

/** A verifier that does not know it must not go on. */
final class KeyUsageCritical extends CertificateRule {
    KeyUsageCritical() {
        super("key-usage-critical", Severity.ERROR, "RFC 5280 §4.2.1.3", "keyUsage", "keyUsage is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.KEY_USAGE)
                        .map(JudgedExtension::critical)
                        .orElse(true)
                ? fine()
                : wrong("keyUsage is not critical");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
