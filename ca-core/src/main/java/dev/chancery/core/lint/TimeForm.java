package dev.chancery.core.lint;

import java.util.Optional;

/** X.509 allows offsets and fractions, RFC 5280 does not, and parsers differ in what they make of them. */
final class TimeForm extends CertificateRule {
    TimeForm() {
        super(
                "time-form",
                Severity.ERROR,
                "RFC 5280 §4.1.2.5",
                "validity",
                "Times are Zulu with seconds and without fractions.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        if (certificate.notBefore().instant().isEmpty()) {
            return wrong("notBefore is " + Shown.quoted(certificate.notBefore().text()));
        }
        return certificate.notAfter().instant().isEmpty()
                ? wrong("notAfter is " + Shown.quoted(certificate.notAfter().text()))
                : fine();
    }
}
