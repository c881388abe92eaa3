package dev.chancery.core.lint;

import java.util.Optional;

/** A CA that can never be revoked is a danger to all. */
final class NoRevAvailOnlyInEndEntity extends CertificateRule {
    NoRevAvailOnlyInEndEntity() {
        super(
                "no-rev-avail-only-in-end-entity",
                Severity.ERROR,
                "RFC 9608 §3",
                "noRevAvail",
                "noRevAvail stands only in end-entity certificates.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.ca()
                        && certificate.extension(ObjectIdentifiers.NO_REV_AVAIL).isPresent()
                ? wrong("noRevAvail stands in the certificate of a CA")
                : fine();
    }
}
