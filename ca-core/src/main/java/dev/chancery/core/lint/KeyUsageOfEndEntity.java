package dev.chancery.core.lint;

import java.util.Optional;

/** Some verifiers look at keyUsage only and would take it for a CA. */
final class KeyUsageOfEndEntity extends CertificateRule {
    KeyUsageOfEndEntity() {
        super(
                "key-usage-of-end-entity",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "keyUsage",
                "What is no CA may not sign certificates or CRLs.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        StandardExtensions standard = certificate.standard();
        return certificate.endEntity()
                        && (standard.allows(KeyUsageBits.KEY_CERT_SIGN) || standard.allows(KeyUsageBits.CRL_SIGN))
                ? wrong("keyUsage of an end entity has keyCertSign or cRLSign")
                : fine();
    }
}
