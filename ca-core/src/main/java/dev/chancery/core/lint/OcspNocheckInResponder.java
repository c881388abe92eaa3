package dev.chancery.core.lint;

import java.util.Optional;

/** Clients would ask the responder about itself, in a circle. */
final class OcspNocheckInResponder extends CertificateRule {
    OcspNocheckInResponder() {
        super(
                "ocsp-nocheck-in-responder",
                Severity.WARNING,
                "RFC 6960 §4.2.2.2.1",
                "extensions",
                "The certificate of an OCSP responder has id-pkix-ocsp-nocheck, or says where its own revocation is checked.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().ocspResponder()
                        && certificate.endEntity()
                        && certificate.extension(ObjectIdentifiers.OCSP_NOCHECK).isEmpty()
                        && certificate
                                .extension(ObjectIdentifiers.CRL_DISTRIBUTION_POINTS)
                                .isEmpty()
                ? wrong("an OCSP responder has neither id-pkix-ocsp-nocheck nor a CRL distribution point")
                : fine();
    }
}
