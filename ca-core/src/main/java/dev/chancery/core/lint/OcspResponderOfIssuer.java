package dev.chancery.core.lint;

import java.util.Optional;

/** A CA lets nobody else speak for it. */
final class OcspResponderOfIssuer extends OcspIssuerRule {
    private static final SignatureAlgorithmsEqual EQUAL = new SignatureAlgorithmsEqual();

    OcspResponderOfIssuer() {
        super(
                "ocsp-responder-of-issuer",
                Severity.ERROR,
                "RFC 6960 §4.2.2.2",
                "certs",
                "The certificate of a responder was issued by the very CA that it answers for.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic, JudgedCertificate issuer) {
        Optional<JudgedCertificate> responder = basic.responder();
        return responder.isEmpty()
                        || basic.names(issuer)
                        || responder
                                        .get()
                                        .issuer()
                                        .der()
                                        .equals(issuer.subject().der())
                                && EQUAL.judge(responder.get()).isEmpty()
                                && responder.get().verifiedBy(issuer.key())
                ? fine()
                : wrong("the certificate of the responder was not issued by the CA");
    }
}
