package dev.chancery.core.lint;

import java.util.Optional;

/** A signature from before or after is none. */
final class OcspResponderValid extends BasicOcspRule {
    OcspResponderValid() {
        super(
                "ocsp-responder-valid",
                Severity.ERROR,
                "RFC 6960 §3.2",
                "producedAt",
                "The certificate of the responder was valid when it signed.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        Optional<JudgedCertificate> responder = basic.responder();
        return responder.isEmpty()
                        || !basic.producedAt().after(responder.get().notAfter())
                                && !responder.get().notBefore().after(basic.producedAt())
                ? fine()
                : wrong("producedAt " + Shown.quoted(basic.producedAt().text())
                        + " is outside of the validity of the responder's certificate");
    }
}
