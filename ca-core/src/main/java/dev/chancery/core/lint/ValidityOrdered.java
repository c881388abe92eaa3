package dev.chancery.core.lint;

import java.time.Instant;
import java.util.Optional;

/** Such a certificate is never valid. */
final class ValidityOrdered extends CertificateRule {
    ValidityOrdered() {
        super("validity-ordered", Severity.ERROR, "RFC 5280 §4.1.2.5", "validity", "notBefore is not after notAfter.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<Instant> end = certificate.notAfter().instant();
        return certificate
                        .notBefore()
                        .instant()
                        .filter(start -> end.filter(start::isAfter).isPresent())
                        .isPresent()
                ? wrong("notBefore " + certificate.notBefore().text() + " is after notAfter "
                        + certificate.notAfter().text())
                : fine();
    }
}
