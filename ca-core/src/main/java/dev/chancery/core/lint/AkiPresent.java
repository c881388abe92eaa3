package dev.chancery.core.lint;

import java.util.Optional;

/** It tells keys of one CA name apart; without it a verifier tries the wrong one. */
final class AkiPresent extends CertificateRule {
    AkiPresent() {
        super(
                "aki-present",
                Severity.ERROR,
                "RFC 5280 §4.2.1.1",
                "authorityKeyIdentifier",
                "Every certificate but a self-signed one has an authority key identifier.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.selfIssued()
                        || certificate.standard().authorityKeyIdentifier().isPresent()
                ? fine()
                : wrong("authorityKeyIdentifier is missing");
    }
}
