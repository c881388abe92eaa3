package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** The same section of the standard says how they are written. */
final class IssuerAltNameForms extends CertificateRule {
    IssuerAltNameForms() {
        super(
                "issuer-alt-name-forms",
                Severity.ERROR,
                "RFC 5280 §4.2.1.7",
                "issuerAltName",
                "The names of issuerAltName keep to the forms of subjectAltName.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (GeneralName name : certificate.standard().issuerAltNames().orElse(List.of())) {
            int octets = name.element().contentLength();
            boolean good = name.dns()
                    ? Characters.hostName(name.text())
                    : name.email()
                            ? name.text().indexOf('@') > 0 && Characters.visibleAscii(name.text())
                            : name.uri()
                                    ? Characters.absoluteUri(name.text()) && Characters.visibleAscii(name.text())
                                    : !name.ip() || octets == 4 || octets == 16;
            if (!good && octets > 0) {
                return wrong("issuerAltName has " + Shown.quoted(name.label()) + ", which is not of its form");
            }
        }
        return fine();
    }
}
