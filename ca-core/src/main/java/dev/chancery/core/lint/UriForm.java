package dev.chancery.core.lint;

import java.util.Optional;

/** RFC 5280 forbids relative ones. */
final class UriForm extends CertificateRule {
    UriForm() {
        super(
                "san-uri-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "subjectAltName",
                "A URI is absolute: a scheme and something after it.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (GeneralName name : certificate.standard().namesOrNone()) {
            if (name.uri() && !Characters.absoluteUri(name.text())) {
                return wrong(Shown.quoted(name.text()) + " is no absolute URI");
            }
        }
        return fine();
    }
}
