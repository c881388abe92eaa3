package dev.chancery.core.lint;

import java.util.Optional;

/** It tells verifiers not to ask whether the certificate is revoked. */
final class OcspNocheckOnlyInResponder extends CertificateRule {
    OcspNocheckOnlyInResponder() {
        super(
                "ocsp-nocheck-only-in-responder",
                Severity.ERROR,
                "RFC 6960 §4.2.2.2.1",
                "extensions",
                "id-pkix-ocsp-nocheck stands only in certificates of OCSP responders, and holds NULL.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<JudgedExtension> nocheck = certificate.extension(ObjectIdentifiers.OCSP_NOCHECK);
        return nocheck.isEmpty()
                        || certificate.standard().ocspResponder()
                                && nocheck.get().value().tag() == Asn1.NULL
                ? fine()
                : wrong("id-pkix-ocsp-nocheck stands in a certificate that is no OCSP responder's, or is not NULL");
    }
}
