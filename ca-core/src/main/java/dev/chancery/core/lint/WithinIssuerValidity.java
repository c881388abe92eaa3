package dev.chancery.core.lint;

import java.util.Optional;

/** Beyond the issuer's time the chain fails although the certificate looks good. */
final class WithinIssuerValidity extends IssuerRule {
    WithinIssuerValidity() {
        super(
                "within-issuer-validity",
                Severity.ERROR,
                "RFC 5280 §6.1.3",
                "validity",
                "The certificate is valid only while its issuer is, at both ends.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        if (before(certificate.notBefore(), signer.certificate().notBefore())) {
            return wrong("notBefore " + certificate.notBefore().text() + " is before the issuer's "
                    + signer.certificate().notBefore().text());
        }
        return before(signer.certificate().notAfter(), certificate.notAfter())
                ? wrong("notAfter " + certificate.notAfter().text() + " is after the issuer's "
                        + signer.certificate().notAfter().text())
                : fine();
    }

    private static boolean before(EncodedTime earlier, EncodedTime later) {
        return earlier.instant()
                .filter(instant -> later.instant().filter(instant::isBefore).isPresent())
                .isPresent();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
