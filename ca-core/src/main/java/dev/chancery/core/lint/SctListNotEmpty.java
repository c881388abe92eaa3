package dev.chancery.core.lint;

import java.util.Optional;

/** Clients refuse an empty one. */
final class SctListNotEmpty extends CertificateRule {
    SctListNotEmpty() {
        super(
                "sct-list-not-empty",
                Severity.ERROR,
                "RFC 6962 §3.3",
                "extensions",
                "A list of certificate timestamps, when present, is not empty.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.SCT_LIST)
                        .map(extension -> Asn1.expect(extension.value(), Asn1.OCTET_STRING, "list of timestamps")
                                        .contentLength()
                                < 3)
                        .orElse(false)
                ? wrong("the list of certificate timestamps is empty")
                : fine();
    }
}
