package dev.chancery.core.lint;

import java.util.Optional;

/** Nobody could check the signature otherwise. */
final class OcspResponderKnown extends OcspIssuerRule {
    OcspResponderKnown() {
        super(
                "ocsp-responder-known",
                Severity.ERROR,
                "RFC 6960 §4.2.2.2, RFC 5019 §2.2.2",
                "certs",
                "The signer is the CA itself, or its certificate comes along.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic, JudgedCertificate issuer) {
        return basic.responder().isPresent() || basic.names(issuer)
                ? fine()
                : wrong("the certificate of the responder is not there, and it is not the CA");
    }
}
