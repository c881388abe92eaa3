package dev.chancery.core.lint;

import java.util.Optional;

/** Else every server could say of its own certificate that it is good. */
final class OcspResponderMaySign extends BasicOcspRule {
    OcspResponderMaySign() {
        super(
                "ocsp-responder-may-sign",
                Severity.ERROR,
                "RFC 6960 §4.2.2.2",
                "certs",
                "The certificate of the responder is for OCSPSigning, or is one of a CA.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        Optional<JudgedCertificate> responder = basic.responder();
        return responder.isEmpty()
                        || responder.get().ca()
                        || responder.get().standard().ocspResponder()
                ? fine()
                : wrong("the certificate of the responder is not for OCSPSigning");
    }
}
