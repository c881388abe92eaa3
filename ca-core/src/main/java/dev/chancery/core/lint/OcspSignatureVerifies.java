package dev.chancery.core.lint;

import java.util.Optional;

/** Anybody could have written it otherwise. */
final class OcspSignatureVerifies extends BasicOcspRule {
    OcspSignatureVerifies() {
        super(
                "ocsp-signature-verifies",
                Severity.ERROR,
                "RFC 6960 §3.2",
                "signature",
                "The signature verifies with the key of the certificate that came along.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        Optional<JudgedCertificate> responder = basic.responder();
        return responder.isEmpty()
                        || SignatureScheme.of(basic.signature().oid()).isEmpty()
                        || basic.verifiedBy(responder.get().key())
                ? fine()
                : wrong("the signature does not verify with the key of the responder");
    }
}
