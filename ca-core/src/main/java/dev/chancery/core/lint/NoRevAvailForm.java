package dev.chancery.core.lint;

import java.util.Optional;

/** It says by its mere presence that nobody publishes whether the certificate is revoked. */
final class NoRevAvailForm extends CertificateRule {
    NoRevAvailForm() {
        super("no-rev-avail-form", Severity.ERROR, "RFC 9608 §2", "noRevAvail", "noRevAvail is NULL and not critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<JudgedExtension> extension = certificate.extension(ObjectIdentifiers.NO_REV_AVAIL);
        return extension.isPresent()
                        && (extension.get().critical()
                                || extension.get().value().tag() != Asn1.NULL)
                ? wrong("noRevAvail is critical, or holds something")
                : fine();
    }
}
