package dev.chancery.core.lint;

import java.util.Optional;

/** The extension was dropped from the Internet profile; nothing looks at it. */
final class PrivateKeyUsagePeriodAbsent extends CertificateRule {
    PrivateKeyUsagePeriodAbsent() {
        super(
                "private-key-usage-period-absent",
                Severity.WARNING,
                "RFC 5280 §4.2.1",
                "extensions",
                "There is no private key usage period.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.PRIVATE_KEY_USAGE_PERIOD).isPresent()
                ? wrong("the certificate has a private key usage period (2.5.29.16)")
                : fine();
    }
}
