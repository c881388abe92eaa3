package dev.chancery.core.lint;

import java.util.Optional;

/** An empty SEQUENCE is not allowed there. */
final class AiaNotEmpty extends CertificateRule {
    AiaNotEmpty() {
        super(
                "aia-not-empty",
                Severity.ERROR,
                "RFC 5280 §4.2.2.1",
                "authorityInfoAccess",
                "authorityInfoAccess, when present, describes an access.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                                .extension(ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS)
                                .isPresent()
                        && certificate.standard().access().isEmpty()
                ? wrong("authorityInfoAccess is empty")
                : fine();
    }
}
